package org.depesche.content.editorial.form;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.category.Categories;
import org.depesche.content.model.ArticleContent.Placement;
import org.depesche.content.site.Sites;

/** Checks whether the sites and categories of placements still exist. */
@ApplicationScoped
public class PlacementChecker {

    private final Sites sites;
    private final Categories categories;

    PlacementChecker(Sites sites, Categories categories) {
        this.sites = sites;
        this.categories = categories;
    }

    /** Returns whether the site of a placement exists, with its main category. */
    public boolean exists(Placement placement) {
        return exists(placement.site(), placement.category());
    }

    /** Returns whether the site exists and has the category. */
    public boolean exists(UUID siteId, UUID category) {
        return sites.all().stream().filter(site -> site.id().equals(siteId))
                .anyMatch(site -> categories.tree(site).byId(category).isPresent());
    }
}
