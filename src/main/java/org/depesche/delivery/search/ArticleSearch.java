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
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchQuery;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.delivery.search.indexing.CurrentIndex;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.MinSequence;
import org.depesche.platform.http.ResponseMetadata;
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

    private final CurrentIndex index;
    private final AutocommitReads reads;
    private final ArticleFilters articleFilters;
    private final SearchItemRenderer items;
    private final FacetValues facets;
    private final SearchPages pages;
    private final PageLinks links;
    private final ChangeLogPositionTracker positions;
    private final MinSequence minSequence;
    private final ResponseMetadata metadata;
    private final QueryParameters parameters;
    private final SearchWords searchWords;
    private final Clock clock;

    ArticleSearch(CurrentIndex index, AutocommitReads reads, ArticleFilters articleFilters, SearchItemRenderer shown,
            FacetValues facets,
            SearchPages pages, PageLinks links,
            ChangeLogPositionTracker positions, MinSequence minSequence, ResponseMetadata metadata, QueryParameters parameters,
            SearchWords searchWords,
            Clock clock) {
        this.index = index;
        this.reads = reads;
        this.articleFilters = articleFilters;
        this.items = shown;
        this.facets = facets;
        this.pages = pages;
        this.links = links;
        this.positions = positions;
        this.minSequence = minSequence;
        this.metadata = metadata;
        this.parameters = parameters;
        this.searchWords = searchWords;
        this.clock = clock;
    }

    SearchList search(ArticleFilterParameters filters, SearchParameters given) {
        var resolved = reads.attempt(() -> articleFilters.resolve(filters)).orElseGet(() -> articleFilters.resolve(filters));
        var site = resolved.site();
        var isForPartners = parameters.read(SearchParameters.USAGE, given.usage()).orElse(false);
        var selected = isForPartners ? resolved.filter().without(ListKey.of(site.id(), ListKind.WITHHELD, true))
                : resolved.filter();
        var words = searchWords.parse(given.q());
        var presentation = FieldSelection.forList(parameters, given.view(), given.include(), given.fields())
                .forPartners(isForPartners).withCrop(parameters, given.crop());
        var kinds = parameters.choices(SearchParameters.FACETS, given.facets());
        var isCounted = parameters.read(SearchParameters.TOTAL, given.total());
        var filter = site.id() + selected.canonical() + "\n" + given.q();
        var paging = pages.parse(given, filter, clock.instant().truncatedTo(ChronoUnit.HOURS));
        parameters.verify();
        minSequence.await(() -> index.ask(ArticleIndex::position));
        var query = new SearchQuery(words, selected.selection(), selected.excludedArticles(), reachable(paging.position()),
                kinds, isCounted, paging.now());
        var found = index.ask(present -> present.search(query));
        describeFreshness(found, selected.cacheTags());
        var slice = paging.slice(found);
        var searched = Optional.ofNullable(found.searchedFor()).map(ParsedQuery::parse).orElse(words);
        return new SearchList(items.render(site, slice.rows(), searched, presentation),
                links.pageWithTotal(slice, isCounted, found::total),
                kinds.isEmpty() ? null : facets.of(site, requestedFacets(given.facets()), found.facetCounts()),
                found.didYouMean(), found.searchedFor());
    }

    /** A snapshot that is older than the minimum sequence of the request is not used. */
    private SearchPosition reachable(SearchPosition position) {
        return new SearchPosition(position.order(), position.offset(), position.limit(),
                position.snapshot().filter(snapshot -> minSequence.isReachedBy(snapshot.position())), position.after());
    }

    private Map<String, ListKind> requestedFacets(@Nullable List<String> given) {
        var asked = new LinkedHashMap<String, ListKind>();
        parameters.list(SearchParameters.FACETS, given)
                .forEach(name -> Optional.ofNullable(FACETS.get(name)).ifPresent(kind -> asked.put(name, kind)));
        return asked;
    }

    /**
     * While the index is behind the change log, the response must not be cached: the log entry that would invalidate it
     * has passed already.
     */
    private void describeFreshness(SearchResult found, Set<CacheTag> cacheTags) {
        metadata.sequence(found.snapshot().position());
        metadata.cacheTags(cacheTags);
        metadata.cacheTag(CacheTag.LIST_ALL);
        metadata.cacheTags(DatedSearch.NAMES);
        if (found.snapshot().position() < positions.lastFollowed()) {
            metadata.noStore();
        }
    }
}
