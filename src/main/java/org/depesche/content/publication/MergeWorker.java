package org.depesche.content.publication;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.author.AuthorEvent;
import org.depesche.content.category.CategoryEvent;
import org.depesche.content.tag.TagEvent;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.MergedIds;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Moves the lists of merged subjects. The first batch is moved with the merge itself, and completes most merges. The
 * remaining batches are moved in transactions of their own by one node, starting where the last one stopped. A merge is
 * complete when the lists of the merged subject are empty.
 */
@ApplicationScoped
class MergeWorker {

    private static final String LEASE = "merges";
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final MergedIds mergedIds;
    private final MergeListMover lists;
    private final ArticleCountEvents counts;
    private final TaxonomyVersion taxonomy;
    private final Transactions transactions;
    private final Leases leases;
    private final MergeConfig config;

    MergeWorker(MergedIds mergedIds, MergeListMover lists, ArticleCountEvents counts, TaxonomyVersion taxonomy,
            Transactions transactions, Leases leases, MergeConfig config) {
        this.mergedIds = mergedIds;
        this.lists = lists;
        this.counts = counts;
        this.taxonomy = taxonomy;
        this.transactions = transactions;
        this.leases = leases;
        this.config = config;
    }

    void onTagEvent(@Observes TagEvent event) {
        moveFirstBatch(event.kind(), event.id());
    }

    void onAuthorEvent(@Observes AuthorEvent event) {
        moveFirstBatch(event.kind(), event.id());
    }

    void onCategoryEvent(@Observes CategoryEvent event) {
        moveFirstBatch(event.kind(), event.id());
    }

    private void moveFirstBatch(ChangeKind kind, UUID id) {
        if (kind == ChangeKind.MERGED) {
            mergedIds.unfinished().stream().filter(merge -> merge.id().equals(id)).filter(lists::moveBatch)
                    .forEach(merge -> mergedIds.markFinished(merge.id()));
        }
    }

    void start(@Observes StartupEvent event, Workers workers) {
        workers.repeat("merges", new Worker.Pace(INTERVAL, INTERVAL), INTERVAL, this::moveRemaining);
    }

    void moveRemaining() {
        while (next().isPresent() && leases.acquire(LEASE, config.lease())) {
            transactions.run(() -> next().filter(lists::moveBatch).ifPresent(this::finish));
        }
    }

    private Optional<MergedIds.Merge> next() {
        return transactions.call(() -> mergedIds.unfinished().stream().findFirst());
    }

    /** Completes a merge. The counts are final only now, so that everything that shows them has to be invalidated again. */
    private void finish(MergedIds.Merge merge) {
        taxonomy.markChanged();
        mergedIds.markFinished(merge.id());
        counts.fire(merge);
        Log.infof("Merge completed, id=%s target=%s", merge.id(), merge.target());
    }
}
