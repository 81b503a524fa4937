package org.depesche.content.vocabulary;

import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.Addresses;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.Slice;

/** Says where a list stands, in the answer and in its {@code Link} header. */
@ApplicationScoped
public class ListPages {

    private final Addresses addresses;
    private final Provenance provenance;

    ListPages(Addresses addresses, Provenance provenance) {
        this.addresses = addresses;
        this.provenance = provenance;
    }

    public Page of(Slice<?> slice) {
        var page = Page.of(slice, cursor -> addresses.with("cursor", cursor));
        page.following().ifPresent(next -> provenance.link("next", next));
        page.preceding().ifPresent(previous -> provenance.link("prev", previous));
        return page;
    }

    public Page counted(Slice<?> slice, boolean isCounted, LongSupplier total) {
        var page = of(slice);
        return isCounted ? page.withTotal(total.getAsLong()) : page;
    }
}
