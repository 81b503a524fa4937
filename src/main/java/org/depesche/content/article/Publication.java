package org.depesche.content.article;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListEntry;
import org.depesche.content.listing.ListingWriter;
import org.depesche.content.site.Sites;
import org.depesche.content.vocabulary.NameGate;
import org.jspecify.annotations.Nullable;

/**
 * The only way to change what the public sees. Works in the caller's transaction; every step fires its events, from which
 * the change log is written in that same transaction.
 */
@ApplicationScoped
public class Publication {

    private final PublishedArticles articles;
    private final PublicationWriter writer;
    private final ArticleLists lists;
    private final ListingWriter listings;
    private final Sites sites;
    private final Categories categories;
    private final Differences differences;
    private final CollectedArticles collected;
    private final TranslatedArticles translated;
    private final MergedLists merges;
    private final NameGate gate;
    private final Event<ArticleEvent.Batch> events;
    private final Event<ArticleErased> erased;

    Publication(PublishedArticles articles, PublicationWriter writer, ArticleLists lists, ListingWriter listings,
            Sites sites, Categories categories, Differences differences, CollectedArticles collected,
            TranslatedArticles translated, MergedLists merges, NameGate gate,
            Event<ArticleEvent.Batch> events, Event<ArticleErased> erased) {
        this.articles = articles;
        this.writer = writer;
        this.lists = lists;
        this.listings = listings;
        this.sites = sites;
        this.categories = categories;
        this.differences = differences;
        this.collected = collected;
        this.translated = translated;
        this.merges = merges;
        this.gate = gate;
        this.events = events;
        this.erased = erased;
    }

    /**
     * Makes these snapshots public, or replaces what was public of the same articles: a constant number of statements for up
     * to some hundred. Of two snapshots of one article the later stands. A snapshot that says what is public already changes
     * nothing and fires nothing.
     */
    public void publish(List<Snapshot> snapshots) {
        var latest = new LinkedHashMap<UUID, Snapshot>();
        snapshots.forEach(snapshot -> latest.put(snapshot.id(), snapshot));
        gate.pass();
        merges.bring(latest.keySet());
        var before = articles.byIds(latest.keySet(), true);
        var changes = latest.values().stream()
                .map(snapshot -> new Change(Optional.ofNullable(before.get(snapshot.id())), PublishedArticle.of(snapshot),
                        snapshot))
                .filter(this::differs).toList();
        if (changes.isEmpty()) {
            return;
        }
        writer.write(changes.stream().map(Change::after).toList(), before);
        var trees = new SiteTrees(sites, categories);
        listings.replace(entries(changes.stream().flatMap(change -> change.before().stream()).toList(), trees),
                entries(changes.stream().map(Change::after).toList(), trees));
        var groups = changes.stream().collect(Collectors.toMap(change -> change.after().id(), Change::groups));
        tell(changes.stream().map(change -> event(change, trees)).toList(), groups);
    }

    /**
     * From now on the article is not found; a withdrawal is lifted. Nothing happens to one that is neither public nor
     * withdrawn.
     *
     * @param last what was public of it last
     */
    public void unpublish(Snapshot last) {
        var wasWithdrawn = writer.forget(last.id());
        var before = public_(last.id());
        if (before.isPresent() || wasWithdrawn) {
            leave(before.orElseGet(() -> PublishedArticle.of(last)), before.isPresent(), ArticleEvent.Kind.UNPUBLISHED,
                    last.at());
        }
    }

    /**
     * From now on the article is gone (410), with this public notice.
     *
     * @param last what was public of it last
     */
    public void withdraw(Snapshot last, @Nullable String notice, Instant withdrawnAt) {
        var before = public_(last.id());
        var gone = leave(before.orElseGet(() -> PublishedArticle.of(last)), before.isPresent(), ArticleEvent.Kind.WITHDRAWN,
                last.at());
        writer.mourn(last.id(), gone.slug(), gone.sites(), notice, withdrawnAt);
    }

    /**
     * Nothing of it is left, not even that it was there; followers are told to drop it, where the public saw it or its
     * withdrawal.
     *
     * @param last what was public of it last, empty where nothing ever was
     */
    public void erase(UUID id, Optional<Snapshot> last, Set<String> keys) {
        var wasWithdrawn = writer.forget(id);
        var before = public_(id);
        last.filter(snapshot -> before.isPresent() || wasWithdrawn)
                .ifPresent(snapshot -> leave(before.orElseGet(() -> PublishedArticle.of(snapshot)), before.isPresent(),
                        ArticleEvent.Kind.ERASED, snapshot.at()));
        writer.erase(id);
        erased.fire(new ArticleErased(id, keys));
    }

    /**
     * What these articles show of another room changed, as the collections they stand in; that room says so in the log.
     *
     * @return those that are public, held until the transaction ends
     */
    public Set<UUID> touch(Collection<UUID> articles, Instant at) {
        return writer.touch(articles, at);
    }

    private Optional<PublishedArticle> public_(UUID id) {
        gate.pass();
        merges.bring(List.of(id));
        return Optional.ofNullable(articles.byIds(List.of(id), true).get(id));
    }

    private ArticleEvent.Footprint leave(PublishedArticle article, boolean isPublic, ArticleEvent.Kind kind, Instant at) {
        var trees = new SiteTrees(sites, categories);
        var footprint = Footprints.of(article, trees);
        if (isPublic) {
            writer.delete(article);
            listings.replace(entries(List.of(article), trees), List.of());
        }
        tell(List.of(new ArticleEvent(kind, article.id(), at, footprint, footprint, List.of())),
                Map.of(article.id(), isPublic ? Set.of(article.translationGroup()) : Set.of()));
        return footprint;
    }

    private void tell(List<ArticleEvent> happened, Map<UUID, Set<UUID>> groups) {
        events.fire(new ArticleEvent.Batch(collected.told(translated.told(happened, groups))));
    }

    private boolean differs(Change change) {
        return change.before().map(before -> !differences.between(before, change.after()).isEmpty()).orElse(true);
    }

    private List<ListEntry> entries(List<PublishedArticle> of, SiteTrees trees) {
        return of.stream().flatMap(article -> lists.entries(article, trees).stream()).toList();
    }

    private ArticleEvent event(Change change, SiteTrees trees) {
        var after = Footprints.of(change.after(), trees);
        return change.before()
                .map(before -> new ArticleEvent(
                        change.snapshot().correction() ? ArticleEvent.Kind.CORRECTED : ArticleEvent.Kind.UPDATED,
                        change.after().id(), change.snapshot().at(), Footprints.of(before, trees), after,
                        differences.between(before, change.after())))
                .orElseGet(() -> new ArticleEvent(ArticleEvent.Kind.PUBLISHED, change.after().id(), change.snapshot().at(),
                        null, after, List.of()));
    }

    private record Change(Optional<PublishedArticle> before, PublishedArticle after, Snapshot snapshot) {

        /** The language versions it belongs to, and those it left. */
        private Set<UUID> groups() {
            return Stream.concat(before.stream(), Stream.of(after)).map(PublishedArticle::translationGroup)
                    .collect(Collectors.toSet());
        }
    }
}
