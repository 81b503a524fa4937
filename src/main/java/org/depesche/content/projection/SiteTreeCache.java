package org.depesche.content.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.category.Categories;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;

/**
 * Caches sites and their category trees during one operation, so that each is loaded once, however many articles need
 * it.
 */
public final class SiteTreeCache {

    private final Sites sites;
    private final Categories categories;
    private final Map<UUID, Site> sitesById = new HashMap<>();
    private final Map<UUID, CategoryTree> trees = new HashMap<>();

    public SiteTreeCache(Sites sites, Categories categories) {
        this.sites = sites;
        this.categories = categories;
    }

    public Site site(UUID id) {
        return sitesById.computeIfAbsent(id, sites::byId);
    }

    public CategoryTree tree(UUID site) {
        return trees.computeIfAbsent(site, id -> categories.tree(site(id)));
    }
}
