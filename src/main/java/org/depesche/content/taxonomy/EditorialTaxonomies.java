package org.depesche.content.taxonomy;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.arc.All;

/** Furnishes a desk for each kind of names. */
@ApplicationScoped
public class EditorialTaxonomies {

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final TaxonomyLock gate;
    private final MergeRedirects merged;
    private final TaxonomyVersion vocabulary;
    private final List<TaxonomyUsageCheck> uses;
    private final AuditLog audit;
    private final PublicationZone zone;
    private final Clock clock;

    EditorialTaxonomies(Jdbi jdbi, Transactions transactions, TaxonomyLock gate, MergeRedirects merged,
            TaxonomyVersion vocabulary,
            @All List<TaxonomyUsageCheck> uses, AuditLog audit,
            PublicationZone zone, Clock clock) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.gate = gate;
        this.merged = merged;
        this.vocabulary = vocabulary;
        this.uses = uses;
        this.audit = audit;
        this.zone = zone;
        this.clock = clock;
    }

    /** @param follower hears of every change, in its transaction */
    public EditorialTaxonomy forKind(TaxonomyKind kind, Consumer<TaxonomyChange> follower) {
        var rows = new TaxonomyRepository(jdbi, kind);
        return new EditorialTaxonomy(rows,
                new TaxonomyEditor(kind, rows, new TaxonomyTable(jdbi, kind.table(), merged), this, follower),
                new TaxonomyFormReader(kind, zone), transactions);
    }

    TaxonomyLock lock() {
        return gate;
    }

    MergeRedirects redirects() {
        return merged;
    }

    TaxonomyVersion version() {
        return vocabulary;
    }

    List<TaxonomyUsageCheck> usageChecks() {
        return uses;
    }

    AuditLog audit() {
        return audit;
    }

    Clock clock() {
        return clock;
    }
}
