package org.depesche.content.publication;

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

import org.depesche.content.listing.ListEntry;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.projection.ArticleErased;
import org.depesche.content.projection.ArticleEvent;
import org.depesche.content.projection.PublicStates;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticleWriter;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.projection.UrlOwnershipReader;
import org.depesche.content.projection.url.UrlOwnership;
import org.jspecify.annotations.Nullable;

/**
 * The only way to change what the public sees. All methods run in the caller's transaction. Each fires events, from
 * which the change log is written in the same transaction.
 */
@ApplicationScoped
public class ArticlePublisher {

    private final LockedArticles locked;
    private final PublishedArticleWriter writer;
    private final ArticleListUpdate lists;
    private final PublishedArticleDiff diff;
    private final PublicationEvents events;
    private final UrlOwnershipReader urlOwners;
    private final Event<ArticleErased> erased;

    ArticlePublisher(LockedArticles locked, PublishedArticleWriter writer, ArticleListUpdate lists, PublishedArticleDiff diff,
            PublicationEvents events, UrlOwnershipReader urlOwners, Event<ArticleErased> erased) {
        this.locked = locked;
        this.writer = writer;
        this.lists = lists;
        this.diff = diff;
        this.events = events;
        this.urlOwners = urlOwners;
        this.erased = erased;
    }

    /**
     * Publishes snapshots. The number of statements is constant for up to some hundred snapshots. Of two snapshots of
     * an article the later one is published. A snapshot that equals what is public changes nothing and fires no event.
     */
    public void publish(List<ArticleSnapshot> snapshots) {
        var latest = new LinkedHashMap<UUID, ArticleSnapshot>();
        snapshots.forEach(snapshot -> latest.put(snapshot.id(), snapshot));
        var before = locked.readForChange(latest.keySet());
        var changes = latest.values().stream()
                .map(snapshot -> new Change(Optional.ofNullable(before.get(snapshot.id())), PublishedArticle.of(snapshot),
                        snapshot))
                .filter(this::isChange).toList();
        if (changes.isEmpty()) {
            return;
        }
        writer.write(changes.stream().map(Change::after).toList(), before);
        var trees = lists.siteTrees();
        lists.replace(changes.stream().flatMap(change -> change.before().stream()).toList(),
                changes.stream().map(Change::after).toList(), trees);
        var groups = changes.stream().collect(Collectors.toMap(change -> change.after().id(), Change::groups));
        events.fire(changes.stream().map(change -> event(change, trees)).toList(), groups,
                changes.stream().flatMap(change -> change.before().stream()).toList());
    }

    /** Returns the current owners of URLs. */
    public UrlOwnership urlOwnership(Collection<String> addresses) {
        return urlOwners.read(addresses);
    }

    /**
     * Unpublishes articles, and deletes their tombstones. Articles that are neither public nor withdrawn are ignored.
     * The number of statements is constant for up to some hundred articles.
     * @param last what was public of the articles last
     */
    public void unpublish(List<ArticleSnapshot> last) {
        var ids = last.stream().map(ArticleSnapshot::id).toList();
        var withdrawn = writer.deleteTombstones(ids);
        var before = locked.readForChange(ids);
        removeFromPublic(
                last.stream().filter(snapshot -> before.containsKey(snapshot.id()) || withdrawn.contains(snapshot.id()))
                        .map(snapshot -> Removal.of(snapshot, before)).toList(),
                ArticleEvent.Kind.UNPUBLISHED);
    }

    /**
     * Withdraws an article: its URL answers 410, with the public notice.
     * @param last what was public of the article last
     */
    public void withdraw(ArticleSnapshot last, @Nullable String notice, Instant withdrawnAt) {
        var removal = Removal.of(last, locked.readForChange(List.of(last.id())));
        var gone = removeFromPublic(List.of(removal), ArticleEvent.Kind.WITHDRAWN).get(0);
        var listed = lists.entries(List.of(removal.article()), lists.siteTrees()).stream().map(ListEntry::list).toList();
        writer.insertTombstone(removal.article(), gone.sites(), listed, notice, withdrawnAt);
    }

    /**
     * Erases an article without a trace. When the public saw the article or its withdrawal, the change log makes
     * followers drop it.
     * @param last what was public of the article last; empty when it never was public
     * @param keys texts that name the article in other tables
     */
    public void erase(UUID id, Optional<ArticleSnapshot> last, Set<String> keys) {
        var withdrawn = writer.deleteTombstones(List.of(id));
        var before = locked.readForChange(List.of(id));
        last.filter(snapshot -> !before.isEmpty() || !withdrawn.isEmpty())
                .ifPresent(snapshot -> removeFromPublic(List.of(Removal.of(snapshot, before)), ArticleEvent.Kind.ERASED));
        writer.deleteTraces(id);
        erased.fire(new ArticleErased(id, keys));
    }

    /**
     * Marks articles as changed because data of another package that they show has changed, such as collections. That package
     * writes the log entry.
     * @return the ids of those that are public, which are locked until the end of the transaction
     */
    public Set<UUID> markChanged(Collection<UUID> articles, Instant at) {
        return writer.markChanged(articles, at);
    }

    private List<ArticleEvent.PublicState> removeFromPublic(List<Removal> removals, ArticleEvent.Kind kind) {
        if (removals.isEmpty()) {
            return List.of();
        }
        var trees = lists.siteTrees();
        var removed = removals.stream().filter(Removal::isPublic).map(Removal::article).toList();
        if (!removed.isEmpty()) {
            writer.delete(removed);
            lists.replace(removed, List.of(), trees);
        }
        var fired = removals.stream().map(removal -> removal.event(kind, PublicStates.of(removal.article(), trees))).toList();
        events.fire(fired, removals.stream().collect(Collectors.toMap(removal -> removal.article().id(), Removal::groups)),
                removed);
        return fired.stream().map(ArticleEvent::after).toList();
    }

    private boolean isChange(Change change) {
        return change.before().map(before -> !diff.changedMembers(before, change.after()).isEmpty()).orElse(true);
    }

    private ArticleEvent event(Change change, SiteTreeCache trees) {
        var after = PublicStates.of(change.after(), trees);
        return change.before()
                .map(before -> new ArticleEvent(
                        change.snapshot().correction() ? ArticleEvent.Kind.CORRECTED : ArticleEvent.Kind.UPDATED,
                        change.after().id(), change.snapshot().at(), PublicStates.of(before, trees), after,
                        diff.changedMembers(before, change.after())))
                .orElseGet(() -> new ArticleEvent(ArticleEvent.Kind.PUBLISHED, change.after().id(), change.snapshot().at(),
                        null, after, List.of()));
    }

    /**
     * An article that leaves the public.
     * @param isPublic whether it is public until now
     */
    private record Removal(PublishedArticle article, boolean isPublic, Instant at) {

        private static Removal of(ArticleSnapshot last, Map<UUID, PublishedArticle> before) {
            var article = before.get(last.id());
            return new Removal(article == null ? PublishedArticle.of(last) : article, article != null, last.at());
        }

        private ArticleEvent event(ArticleEvent.Kind kind, ArticleEvent.PublicState footprint) {
            return new ArticleEvent(kind, article.id(), at, footprint, footprint, List.of());
        }

        private Set<UUID> groups() {
            return isPublic ? Set.of(article.translationGroup()) : Set.of();
        }
    }

    private record Change(Optional<PublishedArticle> before, PublishedArticle after, ArticleSnapshot snapshot) {

        /** Returns the translation groups of the article, before and after the change. */
        private Set<UUID> groups() {
            return Stream.concat(before.stream(), Stream.of(after)).map(PublishedArticle::translationGroup)
                    .collect(Collectors.toSet());
        }
    }
}
