package org.depesche.delivery.search;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleFilters;
import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.index.SearchQuery;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageLinks;
import org.jspecify.annotations.Nullable;

/** Parses a search request, searches the index, and renders the hits as they are public now. */
@ApplicationScoped
class ArticleSearch {

    static final Map<String, ListKind> FACETS = QueryParameter.words(
            kind -> kind == ListKind.MONTH ? "year" : kind.name().toLowerCase(Locale.ROOT), ListKind.CATEGORY, ListKind.TAG,
            ListKind.TYPE, ListKind.MONTH);

    private final CurrentSearch search;
    private final AutocommitReads reads;
    private final ArticleFilters articleFilters;
    private final SearchItemRenderer items;
    private final FacetValues facets;
    private final SearchPages pages;
    private final PageLinks links;
    private final QueryParameters parameters;
    private final QueryTextParser queryParser;
    private final Clock clock;

    ArticleSearch(CurrentSearch search, AutocommitReads reads, ArticleFilters articleFilters, SearchItemRenderer items,
            FacetValues facets, SearchPages pages, PageLinks links, QueryParameters parameters, QueryTextParser queryParser,
            Clock clock) {
        this.search = search;
        this.reads = reads;
        this.articleFilters = articleFilters;
        this.items = items;
        this.facets = facets;
        this.pages = pages;
        this.links = links;
        this.parameters = parameters;
        this.queryParser = queryParser;
        this.clock = clock;
    }

    SearchList search(ArticleFilterParameters filters, SearchParameters given) {
        var resolved = reads.attempt(() -> articleFilters.resolve(filters)).orElseGet(() -> articleFilters.resolve(filters));
        var site = resolved.site();
        var isForPartners = parameters.read(SearchParameters.USAGE, given.usage()).orElse(false);
        var selected = isForPartners ? resolved.filter().without(ListKey.of(site.id(), ListKind.WITHHELD, true))
                : resolved.filter();
        var words = queryParser.parse(given.q());
        var presentation = FieldSelection.forList(parameters, given.view(), given.include(), given.fields())
                .forPartners(isForPartners).withCrop(parameters, given.crop());
        var kinds = parameters.choices(SearchParameters.FACETS, given.facets());
        var isCounted = parameters.read(SearchParameters.TOTAL, given.total());
        var filter = site.id() + selected.canonical() + "\n" + given.q();
        var paging = pages.parse(given, filter, clock.instant().truncatedTo(ChronoUnit.HOURS));
        parameters.verify();
        var query = new SearchQuery(words, selected.selection(), selected.excludedArticles(), paging.position(), kinds,
                isCounted, paging.now());
        var found = search.search(query, selected.withTags(Set.of(CacheTag.LIST_ALL)).cacheTags());
        var slice = paging.slice(found);
        var searched = Optional.ofNullable(found.searchedFor()).map(ParsedQuery::parse).orElse(words);
        return new SearchList(items.render(site, slice.rows(), searched, presentation),
                links.pageWithTotal(slice, isCounted, found::total),
                kinds.isEmpty() ? null : facets.of(site, requestedFacets(given.facets()), found.facetCounts()),
                found.didYouMean(), found.searchedFor());
    }

    private Map<String, ListKind> requestedFacets(@Nullable List<String> given) {
        var asked = new LinkedHashMap<String, ListKind>();
        parameters.list(SearchParameters.FACETS, given)
                .forEach(name -> Optional.ofNullable(FACETS.get(name)).ifPresent(kind -> asked.put(name, kind)));
        return asked;
    }
}
