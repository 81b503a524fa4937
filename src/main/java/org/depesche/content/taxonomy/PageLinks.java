package org.depesche.content.taxonomy;

import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.Slice;

/** Builds the page links of a list, in the body and in the header {@code Link}. */
@ApplicationScoped
public class PageLinks {

    private final AbsoluteUrls urls;
    private final ResponseMetadata metadata;

    PageLinks(AbsoluteUrls urls, ResponseMetadata metadata) {
        this.urls = urls;
        this.metadata = metadata;
    }

    /** Returns the links of a page, and adds them to the response headers. */
    public Page page(Slice<?> slice) {
        var page = Page.of(slice, cursor -> urls.withParameter("cursor", cursor));
        page.nextPage().ifPresent(next -> metadata.link("next", next));
        page.previousPage().ifPresent(previous -> metadata.link("prev", previous));
        return page;
    }

    /** Returns the links of a page, with the number of all matches if the client asked for it. */
    public Page pageWithTotal(Slice<?> slice, boolean isCounted, LongSupplier total) {
        var page = page(slice);
        return isCounted ? page.withTotal(total.getAsLong()) : page;
    }
}
