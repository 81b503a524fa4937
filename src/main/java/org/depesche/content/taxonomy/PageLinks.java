package org.depesche.content.taxonomy;

import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.Slice;

/** Says where a list stands, in the answer and in its {@code Link} header. */
@ApplicationScoped
public class PageLinks {

    private final AbsoluteUrls addresses;
    private final ResponseMetadata provenance;

    PageLinks(AbsoluteUrls addresses, ResponseMetadata provenance) {
        this.addresses = addresses;
        this.provenance = provenance;
    }

    public Page page(Slice<?> slice) {
        var page = Page.of(slice, cursor -> addresses.withParameter("cursor", cursor));
        page.nextPage().ifPresent(next -> provenance.link("next", next));
        page.previousPage().ifPresent(previous -> provenance.link("prev", previous));
        return page;
    }

    public Page pageWithTotal(Slice<?> slice, boolean isCounted, LongSupplier total) {
        var page = page(slice);
        return isCounted ? page.withTotal(total.getAsLong()) : page;
    }
}
