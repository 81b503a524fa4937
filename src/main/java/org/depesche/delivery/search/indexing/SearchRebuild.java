package org.depesche.delivery.search.indexing;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Sites;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;

/** Rebuilds the index at the request of an administrator. */
@ApplicationScoped
class SearchRebuild {

    private final IndexRebuilder rebuilder;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Sites sites;

    SearchRebuild(IndexRebuilder rebuilder, AuditLog audit, Transactions transactions, Sites sites) {
        this.rebuilder = rebuilder;
        this.audit = audit;
        this.transactions = transactions;
        this.sites = sites;
    }

    RebuildView progress() {
        return RebuildView.of(rebuilder.progress());
    }

    /** Starts a rebuild. The audit log records it under the default site, because the index covers all sites. */
    RebuildView start() {
        transactions.run(() -> audit.record(AuditAction.of("search.rebuild", "search", sites.defaultSite().id())));
        rebuilder.start();
        return progress();
    }
}
