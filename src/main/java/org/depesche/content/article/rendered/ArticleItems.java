package org.depesche.content.article.rendered;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.ArticleRenderer;
import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.article.view.SyndicationRights;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.site.Site;

/** The articles of lists: those that were rendered before, and the others rendered from what was published. */
@ApplicationScoped
public class ArticleItems {

    private final RenderedArticles stored;
    private final PublishedArticles articles;
    private final ArticleRenderer renderer;
    private final SyndicationRights syndication;

    ArticleItems(RenderedArticles stored, PublishedArticles articles, ArticleRenderer renderer,
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
        var others = new LinkedHashSet<>(ids);
        others.removeAll(known.views().keySet());
        // without ids, too, because the statement confirms the position of those before
        return others.isEmpty() && !ids.isEmpty() ? inOrder(ids, known.views())
                : inOrder(ids, withRendered(site, others, known, presentation));
    }

    private Map<UUID, ArticleRepresentation> withRendered(Site site, Set<UUID> ids, RenderedArticles.Items known,
            FieldSelection presentation) {
        var found = articles.byIdsWithLogPosition(ids, presentation.needsBody());
        var shown = ids.stream().map(found::get).filter(Objects::nonNull)
                .filter(article -> isShown(article, site, presentation)).toList();
        var views = byId(shown, renderer.renderList(site, shown, presentation));
        if (stored.areItemsStored(presentation)) {
            shown.stream().map(PublishedArticle::id).filter(id -> !known.unstorable().contains(id))
                    .forEach(id -> stored.request(site, id));
        }
        views.putAll(known.views());
        return views;
    }

    private boolean isShown(PublishedArticle article, Site site, FieldSelection presentation) {
        return article.isOn(site) && !(presentation.isForPartners() && syndication.isWithheld(article));
    }

    private static Map<UUID, ArticleRepresentation> byId(List<PublishedArticle> articles, List<ArticleRepresentation> views) {
        var byId = new LinkedHashMap<UUID, ArticleRepresentation>();
        for (var i = 0; i < articles.size(); i++) {
            byId.put(articles.get(i).id(), views.get(i));
        }
        return byId;
    }

    private static Map<UUID, ArticleRepresentation> inOrder(Collection<UUID> ids, Map<UUID, ArticleRepresentation> views) {
        var ordered = new LinkedHashMap<UUID, ArticleRepresentation>();
        ids.stream().filter(views::containsKey).forEach(id -> ordered.put(id, views.get(id)));
        return ordered;
    }
}
