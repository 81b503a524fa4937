package org.depesche.delivery.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.category.Categories;
import org.depesche.content.category.Category;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.delivery.search.SearchList.FacetValue;
import org.depesche.delivery.search.index.SearchConfig;

/** Translates facet counts to the slugs and names that the filters take. */
@ApplicationScoped
@Transactional
class FacetValues {

    private static final int YEAR_LENGTH = 4;

    private final Categories categories;
    private final Tags tags;
    private final SearchConfig config;

    FacetValues(Categories categories, Tags tags, SearchConfig config) {
        this.categories = categories;
        this.tags = tags;
        this.config = config;
    }

    /** @param asked facets by their names */
    Map<String, List<FacetValue>> of(Site site, Map<String, ListKind> requested, Map<ListKey, Long> counts) {
        var facets = new LinkedHashMap<String, List<FacetValue>>();
        requested.forEach((name, kind) -> facets.put(name, values(name(site, kind, counts), kind, counts)));
        return facets;
    }

    private List<FacetValue> values(Function<ListKey, Optional<String>> names, ListKind kind, Map<ListKey, Long> counts) {
        var countsByName = new HashMap<String, Long>();
        counts.entrySet().stream().filter(count -> count.getKey().kind() == kind).forEach(
                count -> names.apply(count.getKey())
                        .ifPresent(value -> countsByName.merge(value, count.getValue(), Long::sum)));
        return countsByName.entrySet().stream().map(value -> new FacetValue(value.getKey(), value.getValue()))
                .sorted(Comparator.comparing(FacetValue::count).reversed().thenComparing(FacetValue::value))
                .limit(config.maxFacetValues()).toList();
    }

    private Function<ListKey, Optional<String>> name(Site site, ListKind kind, Map<ListKey, Long> counts) {
        return switch (kind) {
            case CATEGORY -> {
                var tree = categories.tree(site);
                yield list -> tree.byId(list.id()).map(Category::slug);
            }
            case TAG -> {
                var tagsById = tags.byIds(counts.entrySet().stream().filter(count -> count.getKey().kind() == ListKind.TAG)
                        .sorted(Map.Entry.<ListKey, Long> comparingByValue().reversed()).limit(2L * config.maxFacetValues())
                        .map(count -> count.getKey().id()).toList());
                yield list -> Optional.ofNullable(tagsById.get(list.id())).map(Tag::slug);
            }
            case MONTH -> list -> Optional.of(list.value().substring(0, YEAR_LENGTH));
            default -> list -> Optional.of(list.value());
        };
    }
}
