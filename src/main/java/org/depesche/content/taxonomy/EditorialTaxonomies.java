package org.depesche.content.taxonomy;

import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.page.PageLinks;
import org.jdbi.v3.core.Jdbi;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.All;

/** Creates the editorial API of each kind, and holds the collaborators that all kinds share. */
@ApplicationScoped
public class EditorialTaxonomies {

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final TaxonomyLock lock;
    private final MergedIds mergedIds;
    private final TaxonomyVersion version;
    private final List<TaxonomyUsageCheck> usageChecks;
    private final AuditLog audit;
    private final PageLinks pages;
    private final ObjectMapper json;
    private final PublicationZone zone;
    private final Clock clock;

    EditorialTaxonomies(Jdbi jdbi, Transactions transactions, TaxonomyLock lock, MergedIds mergedIds,
            TaxonomyVersion version, @All List<TaxonomyUsageCheck> usageChecks, AuditLog audit, PageLinks pages,
            ObjectMapper json, PublicationZone zone, Clock clock) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.lock = lock;
        this.mergedIds = mergedIds;
        this.version = version;
        this.usageChecks = usageChecks;
        this.audit = audit;
        this.pages = pages;
        this.json = json;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Returns the editorial API of one kind.
     *
     * @param views makes the representation
     * @param follower is called for each change, in its transaction
     */
    public <V> EditorialTaxonomy<V> forKind(TaxonomyKind kind, BiFunction<TaxonomyEntry, PublicationZone, V> views,
            Consumer<TaxonomyChange> follower) {
        var rows = new TaxonomyRepository(jdbi, kind);
        var editor = new TaxonomyEditor(kind, rows, new TaxonomyBatchRepository(jdbi, kind.table(), mergedIds), this, follower);
        return new EditorialTaxonomy<>(rows, editor, new TaxonomyFormReader(kind), entry -> views.apply(entry, zone), this);
    }

    Transactions transactions() {
        return transactions;
    }

    TaxonomyLock lock() {
        return lock;
    }

    MergedIds mergedIds() {
        return mergedIds;
    }

    TaxonomyVersion version() {
        return version;
    }

    List<TaxonomyUsageCheck> usageChecks() {
        return usageChecks;
    }

    AuditLog audit() {
        return audit;
    }

    PageLinks pages() {
        return pages;
    }

    ObjectMapper json() {
        return json;
    }

    Clock clock() {
        return clock;
    }
}
