package org.depesche.content.publication;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.depesche.content.author.AuthorEvent;
import org.depesche.content.author.Authors;
import org.depesche.content.category.Categories;
import org.depesche.content.category.CategoryEvent;
import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.TagEvent;
import org.depesche.content.tag.Tags;
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
    private final Tags tags;
    private final Authors authors;
    private final Categories categories;
    private final Sites sites;
    private final TaxonomyVersion taxonomy;
    private final Event<Object> events;
    private final Transactions transactions;
    private final Leases leases;
    private final MergeConfig config;

    MergeWorker(MergedIds mergedIds, MergeListMover lists, Tags tags, Authors authors, Categories categories, Sites sites,
            TaxonomyVersion taxonomy, Event<Object> events, Transactions transactions, Leases leases, MergeConfig config) {
        this.mergedIds = mergedIds;
        this.lists = lists;
        this.tags = tags;
        this.authors = authors;
        this.categories = categories;
        this.sites = sites;
        this.taxonomy = taxonomy;
        this.events = events;
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
        switch (ListKind.of(merge.kind())) {
            case TAG ->
                tags.byId(merge.target()).ifPresent(tag -> events.fire(TagEvent.articleCountChanged(tag.id(), tag.slug())));
            case AUTHOR -> authors.byId(merge.target())
                    .ifPresent(author -> events.fire(AuthorEvent.articleCountChanged(author.id(), author.slug())));
            default -> sites.all().stream().map(categories::tree).forEach(tree -> tree.byId(merge.target()).ifPresent(
                    category -> events
                            .fire(CategoryEvent.articleCountChanged(category,
                                    affectedCategories(merge, tree.withAncestors(category.id()))))));
        }
        Log.infof("Merge completed, id=%s target=%s", merge.id(), merge.target());
    }

    private static Set<UUID> affectedCategories(MergedIds.Merge merge, Set<UUID> ancestors) {
        var affected = new HashSet<>(merge.leftLists());
        affected.addAll(ancestors);
        return affected;
    }
}
