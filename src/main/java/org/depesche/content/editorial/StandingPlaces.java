package org.depesche.content.editorial;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleContent.Placement;
import org.depesche.content.category.Categories;
import org.depesche.content.site.Sites;

/** Whether the places that a content names are there still. */
@ApplicationScoped
class StandingPlaces {

    private final Sites sites;
    private final Categories categories;

    StandingPlaces(Sites sites, Categories categories) {
        this.sites = sites;
        this.categories = categories;
    }

    boolean isThere(Placement placement) {
        return isThere(placement.site(), placement.category());
    }

    boolean isThere(UUID siteId, UUID category) {
        return sites.all().stream().filter(site -> site.id().equals(siteId))
                .anyMatch(site -> categories.tree(site).byId(category).isPresent());
    }
}
