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
import org.depesche.content.taxonomy.MergeRedirects;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.content.taxonomy.cache.VersionedCache;

/** The read door to the categories; the trees stay in memory. */
@ApplicationScoped
@Transactional
public class Categories {

    private final CategoryRepository repository;
    private final FormerCategorySlugRepository formerSlugs;
    private final MergeRedirects merged;
    private final TaxonomyVersion vocabulary;
    private final VersionedCache<Map<UUID, CategoryTree>> memory = new VersionedCache<>();

    Categories(CategoryRepository repository, FormerCategorySlugRepository formerSlugs, MergeRedirects merged,
            TaxonomyVersion vocabulary) {
        this.repository = repository;
        this.formerSlugs = formerSlugs;
        this.merged = merged;
        this.vocabulary = vocabulary;
    }

    public CategoryTree tree(Site site) {
        return trees().getOrDefault(site.id(), new CategoryTree(List.of(), Map.of(), merged.targets()));
    }

    /** Whatever site it is on. */
    public Optional<Category> byId(UUID id) {
        return trees().values().stream().flatMap(tree -> tree.byId(id).stream()).findFirst();
    }

    private Map<UUID, CategoryTree> trees() {
        return vocabulary.cached(memory, this::read);
    }

    private Map<UUID, CategoryTree> read() {
        var bySite = repository.inDeskOrder().stream().map(CategoryEntity::category)
                .collect(Collectors.groupingBy(Category::siteId));
        var former = formerSlugs.all();
        var trees = new HashMap<UUID, CategoryTree>();
        former.forEach((site, slugs) -> trees.put(site, new CategoryTree(List.of(), slugs, merged.targets())));
        bySite.forEach(
                (site, all) -> trees.put(site, new CategoryTree(all, former.getOrDefault(site, Map.of()), merged.targets())));
        return trees;
    }
}
