package org.depesche.content.category;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.site.Site;
import org.depesche.content.taxonomy.MergedIds;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.content.taxonomy.cache.VersionedCache;

/** Reads categories. The trees of all sites are cached. */
@ApplicationScoped
@Transactional
public class Categories {

    private final CategoryRepository repository;
    private final FormerCategorySlugRepository formerSlugs;
    private final MergedIds mergedIds;
    private final TaxonomyVersion taxonomyVersion;
    private final VersionedCache<Map<UUID, CategoryTree>> cache = new VersionedCache<>();

    Categories(CategoryRepository repository, FormerCategorySlugRepository formerSlugs, MergedIds mergedIds,
            TaxonomyVersion taxonomyVersion) {
        this.repository = repository;
        this.formerSlugs = formerSlugs;
        this.mergedIds = mergedIds;
        this.taxonomyVersion = taxonomyVersion;
    }

    /** Returns the site's tree, which is empty for a site without categories. */
    public CategoryTree tree(Site site) {
        return trees().getOrDefault(site.id(), new CategoryTree(List.of(), Map.of(), mergedIds.targets()));
    }

    /** Returns the category with this id, on any site. */
    public Optional<Category> byId(UUID id) {
        return trees().values().stream().flatMap(tree -> tree.byId(id).stream()).findFirst();
    }

    private Map<UUID, CategoryTree> trees() {
        return taxonomyVersion.cached(cache, this::read);
    }

    private Map<UUID, CategoryTree> read() {
        var bySite = repository.inDeskOrder().stream().map(CategoryEntity::category)
                .collect(Collectors.groupingBy(Category::siteId));
        var formerSlugsBySite = formerSlugs.all();
        var trees = new HashMap<UUID, CategoryTree>();
        formerSlugsBySite.forEach((site, slugs) -> trees.put(site, new CategoryTree(List.of(), slugs, mergedIds.targets())));
        bySite.forEach(
                (site, siteCategories) -> trees.put(site,
                        new CategoryTree(siteCategories, formerSlugsBySite.getOrDefault(site, Map.of()), mergedIds.targets())));
        return trees;
    }
}
