package org.depesche.content.article.rendered;

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

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.article.view.ArticleRepresentation.Rendered;
import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.site.Site;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.response.ResponseCache;

/**
 * Finds articles that were rendered before, and of which nothing has changed since. What is absent here has to be rendered from
 * the published article; it may not be public.
 */
@ApplicationScoped
public class RenderedArticles {

    private static final List<CacheTag> SITES = List.of(CacheTag.SITES);

    private final RenderedArticleRepository renderings;
    private final RenderedItemCache memory;
    private final BackgroundRenderer background;
    private final RenderVersion version;
    private final ResponseCache changes;
    private final ResponseMetadata metadata;
    private final RenderedArticleMetrics metrics;
    private final RenderedArticleConfig config;
    private final Clock clock;

    RenderedArticles(RenderedArticleRepository renderings, RenderedItemCache memory, BackgroundRenderer background,
            RenderVersion version,
            ResponseCache changes, ResponseMetadata metadata, RenderedArticleMetrics metrics, RenderedArticleConfig config,
            Clock clock) {
        this.renderings = renderings;
        this.memory = memory;
        this.background = background;
        this.version = version;
        this.changes = changes;
        this.metadata = metadata;
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
        var id = Uuid7.parse(ref);
        var view = presentation.view();
        var stored = id.isPresent() ? renderings.byId(id.get(), site.id(), view)
                : Slug.isSlug(ref) ? renderings.bySlug(ref, site.id(), view) : Optional.<StoredRendering> empty();
        if (stored.isEmpty()) {
            metrics.countRendered(1);
            return new Lookup(Optional.empty(), true);
        }
        var found = stored.get();
        if (!found.isFree() || !isCurrent(found) || !isStorable(found)) {
            metrics.countRendered(1);
            return new Lookup(Optional.empty(), isWanted(found));
        }
        metadata.cacheTag(CacheTag.article(found.article()));
        metadata.cacheTags(found.cacheTags());
        Optional.ofNullable(found.modifiedAt()).ifPresent(at -> metadata.changedAt(at, clock.instant()));
        metrics.countStored(1);
        return new Lookup(Optional.of(view(found, presentation)), false);
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
            if (isCurrent(stored) && isStorable(stored) && (stored.isFree() || !isFreeOnly)) {
                metadata.cacheTags(stored.cacheTags());
                views.put(stored.article(), view(stored, presentation));
            } else if (!isWanted(stored)) {
                unstorable.add(stored.article());
            }
        }
        metrics.countStored(views.size());
        metrics.countRendered(articles.size() - views.size());
        return new Items(views, unstorable);
    }

    /** Reads the rows that are not in memory, or are outdated there, and always the position of the change log. */
    private List<StoredRendering> read(UUID site, Collection<UUID> articles, DetailLevel view) {
        var known = memory.find(site, articles, view);
        var others = new LinkedHashSet<>(articles);
        others.removeAll(known.keySet());
        var rows = others.isEmpty() ? renderings.none() : renderings.byIds(others, site, view);
        var valid = new ArrayList<>(known.values().stream().map(item -> item.at(rows.position())).filter(this::isCurrent)
                .toList());
        remember(site, view, rows, valid);
        var outdated = new HashSet<>(known.keySet());
        valid.forEach(item -> outdated.remove(item.article()));
        if (!outdated.isEmpty()) {
            outdated.forEach(article -> memory.remove(site, view, article));
            remember(site, view, renderings.byIds(outdated, site, view), valid);
        }
        return valid;
    }

    private void remember(UUID site, DetailLevel view, StoredRendering.Rows rows, List<StoredRendering> all) {
        rows.renderings().forEach(row -> {
            if (isCurrent(row)) {
                memory.put(site, view, row);
            }
            all.add(row);
        });
    }

    /** Asks for the rendering of a public article. Nobody waits for it. */
    public void request(Site site, UUID article) {
        background.request(site.id(), article);
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

    private boolean isStorable(StoredRendering stored) {
        var until = stored.origin().usableUntil();
        return stored.json() != null && (until == null || clock.instant().isBefore(until));
    }

    private boolean isCurrent(StoredRendering stored) {
        var origin = stored.origin();
        return origin.version() == version.current() && isUnchanged(stored, stored.cacheTags())
                && isUnchanged(stored, origin.watched()) && isUnchanged(stored, SITES)
                && isUnchanged(stored, List.of(CacheTag.article(stored.article())));
    }

    private boolean isUnchanged(StoredRendering stored, List<CacheTag> tags) {
        return changes.isUnchanged(tags, stored.origin().sequence(), stored.position());
    }
}
