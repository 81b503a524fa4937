package org.depesche.content.article.rendered;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.depesche.content.article.view.ArticleRenderer;
import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.article.view.SyndicationRights;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.site.Site;

/** The articles of lists: those that were rendered before, and the others rendered from what was published. */
@Singleton
public class RenderedListArticles {

    private final RenderedArticles stored;
    private final PublishedArticles articles;
    private final ArticleRenderer renderer;
    private final SyndicationRights syndication;

    RenderedListArticles(RenderedArticles stored, PublishedArticles articles, ArticleRenderer renderer,
            SyndicationRights syndication) {
        this.stored = stored;
        this.articles = articles;
        this.renderer = renderer;
        this.syndication = syndication;
    }

    /**
     * Shows articles in the given order, with the members that {@code include} adds and {@code fields} selects. Articles that
     * are not public on the site, or withheld from partners who ask, are left out. Records the position of the change log.
     */
    public Map<UUID, ArticleRepresentation> byIds(Site site, Collection<UUID> ids, FieldSelection presentation) {
        var known = stored.findItems(site, ids, presentation);
        var others = rendered(site, without(ids, known), presentation);
        request(site, others, known, presentation);
        return inOrder(ids, known, others);
    }

    /** The same without storing the renderings that are missing: an export reads each article once. */
    public Map<UUID, ArticleRepresentation> byIdsOnce(Site site, Collection<UUID> ids, FieldSelection presentation) {
        var known = stored.findItems(site, ids, presentation);
        return inOrder(ids, known, rendered(site, without(ids, known), presentation));
    }

    /** The same, with all articles that depend on the caller, because they are not free. */
    public FoundItems found(Site site, Collection<UUID> ids, FieldSelection presentation) {
        var known = stored.findFreeItems(site, ids, presentation);
        var others = rendered(site, without(ids, known), presentation);
        request(site, others, known, presentation);
        return new FoundItems(inOrder(ids, known, others), others.articles());
    }

    /**
     * Items of a list.
     *
     * @param candidates among these are all that are not free
     */
    public record FoundItems(Map<UUID, ArticleRepresentation> views, List<PublishedArticle> candidates) {
    }

    private static Set<UUID> without(Collection<UUID> ids, RenderedArticles.Items known) {
        var others = new LinkedHashSet<>(ids);
        others.removeAll(known.views().keySet());
        return others;
    }

    private RenderedViews rendered(Site site, Set<UUID> ids, FieldSelection presentation) {
        if (ids.isEmpty()) {
            return RenderedViews.NONE;
        }
        var found = articles.byIdsWithLogPosition(ids, presentation.needsBody());
        var shown = ids.stream().map(found::get).filter(Objects::nonNull)
                .filter(article -> isShown(article, site, presentation)).toList();
        return new RenderedViews(shown, renderer.renderList(site, shown, presentation));
    }

    private void request(Site site, RenderedViews others, RenderedArticles.Items known, FieldSelection presentation) {
        if (stored.areItemsStored(presentation)) {
            others.articles().stream().map(PublishedArticle::id).filter(id -> !known.unstorable().contains(id))
                    .forEach(id -> stored.request(site, id));
        }
    }

    private boolean isShown(PublishedArticle article, Site site, FieldSelection presentation) {
        return article.isOn(site) && !(presentation.isForPartners() && syndication.isWithheld(article));
    }

    private static Map<UUID, ArticleRepresentation> inOrder(Collection<UUID> ids, RenderedArticles.Items known,
            RenderedViews others) {
        var views = new HashMap<>(known.views());
        for (var i = 0; i < others.articles().size(); i++) {
            views.put(others.articles().get(i).id(), others.views().get(i));
        }
        var ordered = new LinkedHashMap<UUID, ArticleRepresentation>();
        ids.stream().filter(views::containsKey).forEach(id -> ordered.put(id, views.get(id)));
        return ordered;
    }

    /** Articles that were rendered for the response. */
    private record RenderedViews(List<PublishedArticle> articles, List<ArticleRepresentation> views) {

        private static final RenderedViews NONE = new RenderedViews(List.of(), List.of());
    }
}
