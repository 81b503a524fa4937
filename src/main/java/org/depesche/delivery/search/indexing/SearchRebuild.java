package org.depesche.delivery.search.indexing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.site.Sites;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;

/** Has the index made anew because somebody asked for it. */
@ApplicationScoped
class SearchRebuild {

    private final IndexRebuilder rebuilder;
    private final AuditLog audit;
    private final Sites sites;

    SearchRebuild(IndexRebuilder rebuilding, AuditLog audit, Sites sites) {
        this.rebuilder = rebuilding;
        this.audit = audit;
        this.sites = sites;
    }

    RebuildView progress() {
        return RebuildView.of(rebuilder.progress());
    }

    /** The index is of all sites; the default one stands for them. */
    @Transactional
    RebuildView start() {
        audit.record(AuditAction.of("search.rebuild", "search", sites.defaultSite().id()));
        rebuilder.start();
        return progress();
    }
}
