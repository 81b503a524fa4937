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
    private final AddressOwners owners;
    private final Event<ArticleEvent.Batch> events;
    private final Event<ArticleErased> erased;

    Publication(PublishedArticles articles, PublicationWriter writer, ArticleLists lists, ListingWriter listings,
            Sites sites, Categories categories, Differences differences, CollectedArticles collected,
            TranslatedArticles translated, MergedLists merges, NameGate gate, AddressOwners owners,
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
        this.owners = owners;
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

    /** Whose these addresses are already, as far as the public knows. */
    public AddressClaims claims(Collection<String> addresses) {
        return owners.of(addresses);
    }

    /**
     * From now on these articles are not found; withdrawals are lifted. Nothing happens to one that is neither public nor
     * withdrawn. As many statements for some hundred as for one.
     *
     * @param last what was public of them last
     */
    public void unpublish(List<Snapshot> last) {
        var ids = last.stream().map(Snapshot::id).toList();
        var withdrawn = writer.forget(ids);
        var before = public_(ids);
        leave(last.stream().filter(snapshot -> before.containsKey(snapshot.id()) || withdrawn.contains(snapshot.id()))
                .map(snapshot -> Leaving.of(snapshot, before)).toList(), ArticleEvent.Kind.UNPUBLISHED);
    }

    /**
     * From now on the article is gone (410), with this public notice.
     *
     * @param last what was public of it last
     */
    public void withdraw(Snapshot last, @Nullable String notice, Instant withdrawnAt) {
        var gone = leave(List.of(Leaving.of(last, public_(List.of(last.id())))), ArticleEvent.Kind.WITHDRAWN).get(0);
        writer.mourn(last.id(), gone.slug(), gone.sites(), notice, withdrawnAt);
    }

    /**
     * Nothing of it is left, not even that it was there; followers are told to drop it, where the public saw it or its
     * withdrawal.
     *
     * @param last what was public of it last, empty where nothing ever was
     */
    public void erase(UUID id, Optional<Snapshot> last, Set<String> keys) {
        var withdrawn = writer.forget(List.of(id));
        var before = public_(List.of(id));
        last.filter(snapshot -> !before.isEmpty() || !withdrawn.isEmpty())
                .ifPresent(snapshot -> leave(List.of(Leaving.of(snapshot, before)), ArticleEvent.Kind.ERASED));
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

    private Map<UUID, PublishedArticle> public_(Collection<UUID> ids) {
        gate.pass();
        merges.bring(ids);
        return articles.byIds(ids, true);
    }

    private List<ArticleEvent.Footprint> leave(List<Leaving> leaving, ArticleEvent.Kind kind) {
        if (leaving.isEmpty()) {
            return List.of();
        }
        var trees = new SiteTrees(sites, categories);
        var shown = leaving.stream().filter(Leaving::isPublic).map(Leaving::article).toList();
        if (!shown.isEmpty()) {
            writer.delete(shown);
            listings.replace(entries(shown, trees), List.of());
        }
        var happened = leaving.stream().map(one -> one.event(kind, Footprints.of(one.article(), trees))).toList();
        tell(happened, leaving.stream().collect(Collectors.toMap(one -> one.article().id(), Leaving::groups)));
        return happened.stream().map(ArticleEvent::after).toList();
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

    /** @param isPublic whether anybody sees it still */
    private record Leaving(PublishedArticle article, boolean isPublic, Instant at) {

        private static Leaving of(Snapshot last, Map<UUID, PublishedArticle> before) {
            var article = before.get(last.id());
            return new Leaving(article == null ? PublishedArticle.of(last) : article, article != null, last.at());
        }

        private ArticleEvent event(ArticleEvent.Kind kind, ArticleEvent.Footprint footprint) {
            return new ArticleEvent(kind, article.id(), at, footprint, footprint, List.of());
        }

        private Set<UUID> groups() {
            return isPublic ? Set.of(article.translationGroup()) : Set.of();
        }
    }

    private record Change(Optional<PublishedArticle> before, PublishedArticle after, Snapshot snapshot) {

        /** The language versions it belongs to, and those it left. */
        private Set<UUID> groups() {
            return Stream.concat(before.stream(), Stream.of(after)).map(PublishedArticle::translationGroup)
                    .collect(Collectors.toSet());
        }
    }
}
