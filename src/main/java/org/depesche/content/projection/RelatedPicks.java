package org.depesche.content.projection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.category.Categories;
import org.depesche.content.site.Sites;

/**
 * Stores the related articles that the desk picked, in the desk's order. They may be any articles, even unpublished
 * ones.
 */
@ApplicationScoped
public class RelatedPicks {

    private final RelatedPickRepository picks;
    private final PublishedArticles articles;
    private final Sites sites;
    private final Categories categories;
    private final Clock clock;
    private final Event<ArticleEvent.Batch> events;

    RelatedPicks(RelatedPickRepository picks, PublishedArticles articles, Sites sites, Categories categories, Clock clock,
            Event<ArticleEvent.Batch> events) {
        this.picks = picks;
        this.articles = articles;
        this.sites = sites;
        this.categories = categories;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public List<UUID> forArticle(UUID article) {
        return picks.find(article);
    }

    /** Returns the same picks for a response, together with the position of the change log. */
    @Transactional
    public List<UUID> forArticleWithLogPosition(UUID article) {
        return picks.findWithLogPosition(article);
    }

    /** Replaces the picks of an article, public or not. Returns false when nothing changed. */
    @Transactional(TxType.MANDATORY)
    public boolean replace(UUID article, List<UUID> picked) {
        if (forArticle(article).equals(picked)) {
            return false;
        }
        picks.replace(article, picked);
        fireEvent(article);
        return true;
    }

    /** Fires an event when the article is public. The change log must not mention drafts. */
    private void fireEvent(UUID id) {
        Optional.ofNullable(articles.byIds(List.of(id), true).get(id)).ifPresent(article -> {
            var publicState = PublicStates.of(article, new SiteTreeCache(sites, categories));
            events.fire(new ArticleEvent.Batch(List.of(new ArticleEvent(ArticleEvent.Kind.RELATED, id, clock.instant(),
                    publicState, publicState, List.of("related")))));
        });
    }
}
