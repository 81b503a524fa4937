package org.depesche.delivery.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.site.Sites;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;

/** Has the index made anew because somebody asked for it. */
@ApplicationScoped
class Rebuild {

    private final Rebuilding rebuilding;
    private final Audit audit;
    private final Sites sites;

    Rebuild(Rebuilding rebuilding, Audit audit, Sites sites) {
        this.rebuilding = rebuilding;
        this.audit = audit;
        this.sites = sites;
    }

    RebuildView progress() {
        return RebuildView.of(rebuilding.progress());
    }

    /** The index is of all sites; the default one stands for them. */
    @Transactional
    RebuildView start() {
        audit.record(Deed.of("search.rebuild", "search", sites.standard().id()));
        rebuilding.start();
        return progress();
    }
}
