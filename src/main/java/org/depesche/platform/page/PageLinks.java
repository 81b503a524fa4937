package org.depesche.platform.page;

import java.util.function.LongSupplier;

import jakarta.inject.Singleton;

import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.ResponseMetadata;

/** Builds the {@code page} member of a list, and the {@code Link} header that goes with it. */
@Singleton
public class PageLinks {

    private final AbsoluteUrls urls;
    private final ResponseMetadata metadata;

    PageLinks(AbsoluteUrls urls, ResponseMetadata metadata) {
        this.urls = urls;
        this.metadata = metadata;
    }

    /** The URLs of the neighbor pages are those of the current request, with another cursor. */
    public Page page(Slice<?> slice) {
        return page(slice, PageParameters.CURSOR.name());
    }

    /** @param parameter the name of the parameter that takes a cursor */
    public Page page(Slice<?> slice, String parameter) {
        var page = Page.of(slice, cursor -> urls.withParameter(parameter, cursor));
        page.nextPage().ifPresent(next -> metadata.link("next", next));
        page.previousPage().ifPresent(previous -> metadata.link("prev", previous));
        return page;
    }

    /** Adds the total when the request asks for it; otherwise the list is not counted. */
    public Page pageWithTotal(Slice<?> slice, boolean isCounted, LongSupplier total) {
        var page = page(slice);
        return isCounted ? page.withTotal(total.getAsLong()) : page;
    }
}
