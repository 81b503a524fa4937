package org.depesche.delivery.search;

import java.net.URI;
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
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tags;
import org.depesche.delivery.search.SearchList.FacetValue;
import org.depesche.delivery.search.index.SearchConfig;
import org.jspecify.annotations.Nullable;

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

    /** @param requested kinds of lists by the names of their facets */
    Map<String, List<FacetValue>> of(Site site, Map<String, ListKind> requested, Map<ListKey, Long> counts) {
        var facets = new LinkedHashMap<String, List<FacetValue>>();
        requested.forEach((name, kind) -> facets.put(name, values(terms(site, kind, counts), kind, counts)));
        return facets;
    }

    private List<FacetValue> values(Function<ListKey, Optional<Term>> terms, ListKind kind, Map<ListKey, Long> counts) {
        var countsByTerm = new HashMap<Term, Long>();
        counts.entrySet().stream().filter(count -> count.getKey().kind() == kind).forEach(
                count -> terms.apply(count.getKey())
                        .ifPresent(term -> countsByTerm.merge(term, count.getValue(), Long::sum)));
        return countsByTerm.entrySet().stream().map(counted -> counted.getKey().withCount(counted.getValue()))
                .sorted(Comparator.comparing(FacetValue::count).reversed().thenComparing(FacetValue::value))
                .limit(config.maxFacetValues()).toList();
    }

    private Function<ListKey, Optional<Term>> terms(Site site, ListKind kind, Map<ListKey, Long> counts) {
        return switch (kind) {
            case CATEGORY -> {
                var tree = categories.tree(site);
                yield list -> tree.byId(list.id()).map(category -> new Term(category.slug(), category.name(),
                        site.categoryAddress(category.slug()).orElse(null)));
            }
            case TAG -> {
                var tagsById = tags.byIds(counts.entrySet().stream().filter(count -> count.getKey().kind() == ListKind.TAG)
                        .sorted(Map.Entry.<ListKey, Long> comparingByValue().reversed()).limit(2L * config.maxFacetValues())
                        .map(count -> count.getKey().id()).toList());
                yield list -> Optional.ofNullable(tagsById.get(list.id()))
                        .map(tag -> new Term(tag.slug(), tag.name(), site.tagAddress(tag.slug()).orElse(null)));
            }
            case MONTH -> list -> Optional.of(new Term(list.value().substring(0, YEAR_LENGTH), null, null));
            default -> list -> Optional.of(new Term(list.value(), null, null));
        };
    }

    /** A value of a facet, before its hits are counted: several months are one year. */
    private record Term(String value, @Nullable String name, @Nullable URI url) {

        FacetValue withCount(long count) {
            return new FacetValue(value, name, url, count);
        }
    }
}
