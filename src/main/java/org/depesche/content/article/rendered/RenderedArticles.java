package org.depesche.content.article.rendered;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.article.view.ArticleRepresentation.Rendered;
import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.site.Site;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.cache.ResponseCache;

/**
 * Finds stored renderings of articles that are still valid: nothing that they show has changed since. An article without one
 * has to be rendered from the published article, or is not public.
 */
@Singleton
public class RenderedArticles {

    private final RenderedArticleRepository renderings;
    private final RenderedItemCache memory;
    private final BackgroundRenderer background;
    private final RenderVersion version;
    private final ChangeLogPositionTracker positions;
    private final ResponseCache changes;
    private final ResponseMetadata metadata;
    private final PolicyDocuments policies;
    private final RenderedArticleMetrics metrics;
    private final RenderedArticleConfig config;
    private final Clock clock;

    RenderedArticles(RenderedArticleRepository renderings, RenderedItemCache memory, BackgroundRenderer background,
            RenderVersion version, ChangeLogPositionTracker positions, ResponseCache changes, ResponseMetadata metadata,
            PolicyDocuments policies, RenderedArticleMetrics metrics,
            RenderedArticleConfig config,
            Clock clock) {
        this.renderings = renderings;
        this.memory = memory;
        this.background = background;
        this.version = version;
        this.positions = positions;
        this.changes = changes;
        this.metadata = metadata;
        this.policies = policies;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The result of looking up one article.
     *
     * @param view empty when the article has to be rendered
     * @param isWanted whether a rendering should be stored in the background, if the article is public
     */
    public record Lookup(Optional<ArticleRepresentation> view, boolean isWanted) {
    }

    /**
     * The result of looking up the articles of a list.
     *
     * @param views the articles with a valid rendering
     * @param unstorable articles that are rendered for the response alone, because storing a rendering would be of no use
     */
    record Items(Map<UUID, ArticleRepresentation> views, Set<UUID> unstorable) {

        private static final Items NONE = new Items(Map.of(), Set.of());
    }

    /** Returns whether renderings with these members are stored. */
    public boolean areStored(FieldSelection presentation) {
        return config.enabled() && presentation.isPartOfView();
    }

    /** Returns whether list items with these members are stored. Lists of whole articles have no stored items. */
    boolean areItemsStored(FieldSelection presentation) {
        return areStored(presentation) && presentation.view() != DetailLevel.FULL;
    }

    /**
     * Finds the article of a path. Records its cache tags, its date and the position of the change log for the response.
     */
    public Lookup find(Site site, String ref, FieldSelection presentation) {
        var stored = read(site.id(), Set.of(ref), presentation.view()).stream().findFirst();
        if (stored.filter(this::isShowable).isPresent()) {
            return new Lookup(Optional.of(show(site, stored.get(), presentation)), false);
        }
        metrics.countRendered(1);
        return new Lookup(Optional.empty(), stored.isEmpty() || isWanted(stored.get()));
    }

    /** Finds the valid renderings of articles by their ids or slugs. */
    List<StoredRendering> findShowable(UUID site, Set<String> refs, DetailLevel view) {
        return read(site, refs, view).stream().filter(this::isShowable).toList();
    }

    private List<StoredRendering> read(UUID site, Set<String> refs, DetailLevel view) {
        var found = new ArrayList<StoredRendering>();
        var ids = refs.stream().flatMap(ref -> Uuid7.parse(ref).stream()).collect(toSet());
        if (!ids.isEmpty()) {
            found.addAll(renderings.byIds(ids, site, view));
        }
        var slugs = refs.stream().filter(Slug::isSlug).collect(toSet());
        if (!slugs.isEmpty()) {
            found.addAll(renderings.bySlugs(slugs, site, view));
        }
        return found;
    }

    /** Returns the JSON of a rendering. Records its cache tags, its date and its position, and the headers of its policy. */
    ArticleRepresentation show(Site site, StoredRendering stored, FieldSelection presentation) {
        metadata.cacheTag(CacheTag.site(site.id()));
        metadata.cacheTag(CacheTag.article(stored.article()));
        metadata.cacheTags(stored.cacheTags());
        metadata.sequence(stored.position());
        Optional.ofNullable(stored.modifiedAt()).ifPresent(at -> metadata.changedAt(at, clock.instant()));
        limitCaches(stored);
        var machineUse = stored.policy().machineUse();
        policies.writeHeaders(machineUse, policies.ofArticle(site.policyScope(), stored.policy().slug(), machineUse));
        metrics.countStored(1);
        return view(stored, presentation);
    }

    /** Finds items of a list in one statement, and records their cache tags and the position of the change log. */
    Items findItems(Site site, Collection<UUID> articles, FieldSelection presentation) {
        return findItems(site, articles, presentation, false);
    }

    /** Finds items of a list as {@link #findItems(Site, Collection, FieldSelection)} does, but only those that are free. */
    Items findFreeItems(Site site, Collection<UUID> articles, FieldSelection presentation) {
        return findItems(site, articles, presentation, true);
    }

    private Items findItems(Site site, Collection<UUID> articles, FieldSelection presentation, boolean isFreeOnly) {
        if (articles.isEmpty() || !areItemsStored(presentation)) {
            return Items.NONE;
        }
        var views = new HashMap<UUID, ArticleRepresentation>();
        var unstorable = new HashSet<UUID>();
        for (var stored : read(site.id(), articles, presentation.view())) {
            if (isShowable(stored) && (stored.isFree() || !isFreeOnly)) {
                metadata.cacheTags(stored.cacheTags());
                limitCaches(stored);
                views.put(stored.article(), view(stored, presentation));
            } else if (!isWanted(stored)) {
                unstorable.add(stored.article());
            }
        }
        metrics.countStored(views.size());
        metrics.countRendered(articles.size() - views.size());
        return new Items(views, unstorable);
    }

    /** Takes valid items from the cache, and reads the others from the database. */
    private List<StoredRendering> read(UUID site, Collection<UUID> articles, DetailLevel view) {
        var position = positions.confirmed().sequence();
        var items = new ArrayList<StoredRendering>();
        var others = new LinkedHashSet<>(articles);
        for (var known : memory.find(site, articles, view).values()) {
            var item = known.at(position);
            if (isCurrent(item)) {
                items.add(known.origin().sequence() == position ? known : remember(site, view, item));
                others.remove(item.article());
            } else {
                memory.remove(site, view, item.article());
            }
        }
        if (!others.isEmpty()) {
            renderings.byIds(others, site, view).stream().map(row -> isCurrent(row) ? remember(site, view, row) : row)
                    .forEach(items::add);
        }
        return items;
    }

    private StoredRendering remember(UUID site, DetailLevel view, StoredRendering current) {
        var item = current.verified();
        memory.put(site, view, item);
        return item;
    }

    /** Asks for a rendering of a public article in the background. */
    public void request(Site site, UUID article) {
        background.request(site.id(), article);
    }

    /** No cache may show an image after its expiry. */
    private void limitCaches(StoredRendering stored) {
        Optional.ofNullable(stored.origin().usableUntil()).ifPresent(metadata::expiresAt);
    }

    private static Rendered view(StoredRendering stored, FieldSelection presentation) {
        var json = Objects.requireNonNull(stored.json());
        return new Rendered(
                presentation.fields().isEmpty() ? json : MemberSelection.retain(json, presentation.retainedMembers()));
    }

    /** While this node has not read the change log up to the position of the statement, the rendering may still be valid. */
    private boolean isWanted(StoredRendering stored) {
        return !isCurrent(stored) && changes.position() >= stored.position();
    }

    private boolean isShowable(StoredRendering stored) {
        return isCurrent(stored) && isStorable(stored);
    }

    private boolean isStorable(StoredRendering stored) {
        var until = stored.origin().usableUntil();
        return stored.json() != null && (until == null || clock.instant().isBefore(until));
    }

    private boolean isCurrent(StoredRendering stored) {
        var origin = stored.origin();
        return origin.version() == version.current()
                && (origin.sequence() == stored.position()
                        || changes.isUnchanged(origin.tags(), origin.sequence(), stored.position()));
    }
}
