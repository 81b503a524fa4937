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
 * Finds articles that were rendered before, and of which nothing has changed since. An article that is absent here has to be
 * rendered from the published article; it may not be public.
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
     * One article.
     *
     * @param view empty when it has to be rendered
     * @param isWanted whether it should be rendered in the background, too, if it is public
     */
    public record Lookup(Optional<ArticleRepresentation> view, boolean isWanted) {
    }

    /**
     * Some articles of a list.
     *
     * @param views those that need not be rendered
     * @param unstorable those that can only be rendered for the response, because they will not be shown like that for long
     */
    record Items(Map<UUID, ArticleRepresentation> views, Set<UUID> unstorable) {

        private static final Items NONE = new Items(Map.of(), Set.of());
    }

    /** Whether articles of this form are stored. */
    public boolean areStored(FieldSelection presentation) {
        return config.enabled() && presentation.isPartOfView();
    }

    /** Whether items of lists in this form are stored. Whole articles are not stored for lists. */
    boolean areItemsStored(FieldSelection presentation) {
        return areStored(presentation) && presentation.view() != DetailLevel.FULL;
    }

    /**
     * Finds the article of a path, and records its cache tags and its date. Records the position of the change log, as the
     * statement that finds a published article does.
     */
    public Lookup find(Site site, String ref, FieldSelection presentation) {
        var stored = read(site.id(), Set.of(ref), presentation.view()).stream().findFirst();
        if (stored.filter(this::isShowable).isPresent()) {
            return new Lookup(Optional.of(show(site, stored.get(), presentation)), false);
        }
        metrics.countRendered(1);
        return new Lookup(Optional.empty(), stored.isEmpty() || isWanted(stored.get()));
    }

    /** Finds the articles of some paths that need not be rendered. */
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

    /** Shows an article, and records its cache tags, its position and its date. */
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

    /** Finds those items of a list that are free. */
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

    /** Takes items from memory, and reads those that are not there or outdated. */
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

    /** Asks for the rendering of a public article. Nobody waits for it. */
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

    /** Not while this node has not read the log so far: the rendering may be valid. */
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
