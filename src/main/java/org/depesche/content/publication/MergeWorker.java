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
import org.depesche.content.taxonomy.MergeRedirects;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Works off merges: the first step with the merge itself, which is all of most; what is left in steps of their own, by one
 * node, from wherever the last one stopped. A merge is done when its lists are empty.
 */
@ApplicationScoped
class MergeWorker {

    private static final String LEASE = "merges";
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final MergeRedirects merged;
    private final MergeListMover lists;
    private final Tags tags;
    private final Authors authors;
    private final Categories categories;
    private final Sites sites;
    private final TaxonomyVersion vocabulary;
    private final Event<Object> followers;
    private final Transactions transactions;
    private final Leases leases;
    private final MergeConfig config;

    MergeWorker(MergeRedirects merged, MergeListMover lists, Tags tags, Authors authors, Categories categories, Sites sites,
            TaxonomyVersion vocabulary, Event<Object> followers, Transactions transactions, Leases leases, MergeConfig config) {
        this.merged = merged;
        this.lists = lists;
        this.tags = tags;
        this.authors = authors;
        this.categories = categories;
        this.sites = sites;
        this.vocabulary = vocabulary;
        this.followers = followers;
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
            merged.unfinished().stream().filter(merge -> merge.id().equals(id)).filter(lists::moveBatch)
                    .forEach(merge -> merged.markFinished(merge.id()));
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

    private Optional<MergeRedirects.Merge> next() {
        return transactions.call(() -> merged.unfinished().stream().findFirst());
    }

    /** The counts are whole only now, so what shows them is stale once more. */
    private void finish(MergeRedirects.Merge merge) {
        vocabulary.markChanged();
        merged.markFinished(merge.id());
        switch (ListKind.of(merge.kind())) {
            case TAG ->
                tags.byId(merge.target()).ifPresent(tag -> followers.fire(TagEvent.articleCountChanged(tag.id(), tag.slug())));
            case AUTHOR -> authors.byId(merge.target())
                    .ifPresent(author -> followers.fire(AuthorEvent.articleCountChanged(author.id(), author.slug())));
            default -> sites.all().stream().map(categories::tree).forEach(tree -> tree.byId(merge.target()).ifPresent(
                    category -> followers
                            .fire(CategoryEvent.articleCountChanged(category,
                                    affectedCategories(merge, tree.withAncestors(category.id()))))));
        }
        Log.infof("Merged for good, id=%s target=%s", merge.id(), merge.target());
    }

    private static Set<UUID> affectedCategories(MergeRedirects.Merge merge, Set<UUID> above) {
        var all = new HashSet<>(merge.leftLists());
        all.addAll(above);
        return all;
    }
}
