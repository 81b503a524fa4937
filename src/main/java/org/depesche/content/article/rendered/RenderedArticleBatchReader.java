package org.depesche.content.article.rendered;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;

/** Reads the renderings of the articles of several requests in one statement. */
@ApplicationScoped
class RenderedArticleBatchReader {

    private final RenderedArticles articles;
    private final Sites sites;

    RenderedArticleBatchReader(RenderedArticles articles, Sites sites) {
        this.articles = articles;
        this.sites = sites;
    }

    /**
     * What was read at one position of the change log.
     *
     * @param renderings those that may be shown, by the references of the requests
     */
    record FoundRenderings(Site site, Map<String, StoredRendering> renderings) {
    }

    /**
     * Reads renderings by ids and slugs. Nothing is found on a site that does not exist.
     *
     * @param site empty for the default site
     */
    @ActivateRequestContext
    FoundRenderings read(Optional<String> site, Set<String> refs, DetailLevel view) {
        var on = site.flatMap(sites::bySlug).orElseGet(sites::defaultSite);
        var found = new HashMap<String, StoredRendering>();
        if (site.isEmpty() || site.get().equals(on.slug())) {
            articles.findShowable(on.id(), refs, view).forEach(rendering -> {
                found.put(rendering.article().toString(), rendering);
                found.put(rendering.policy().slug(), rendering);
            });
        }
        return new FoundRenderings(on, found);
    }
}
