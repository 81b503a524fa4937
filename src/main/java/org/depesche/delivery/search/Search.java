package org.depesche.delivery.search;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleFilterParameters;
import org.depesche.content.article.Articles;
import org.depesche.content.article.CacheTags;
import org.depesche.content.article.Presentation;
import org.depesche.content.author.AuthorEvent;
import org.depesche.content.category.CategoryEvent;
import org.depesche.content.listing.ListKind;
import org.depesche.content.tag.TagEvent;
import org.depesche.delivery.search.language.QueryWords;
import org.depesche.platform.http.DemandedSequence;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.LogPosition;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;

/** Reads a search, asks the index, and shows what it found as the public may see it now. */
@ApplicationScoped
class Search {

    private static final Map<String, ListKind> FACETS = Map.of("category", ListKind.CATEGORY, "tag", ListKind.TAG, "type",
            ListKind.TYPE, "year", ListKind.MONTH);

    /** Any article may come to be found, whatever the filters, and words find articles by the names of these too. */
    private static final Set<String> TAGS = Set.of(CacheTags.LIST_ALL, CategoryEvent.LIST_CACHE_TAG, TagEvent.LIST_CACHE_TAG,
            AuthorEvent.LIST_CACHE_TAG);

    private final SearchIndex index;
    private final Articles articles;
    private final FoundArticles shown;
    private final FacetValues facets;
    private final SearchPages pages;
    private final LogPosition positions;
    private final DemandedSequence demanded;
    private final Provenance provenance;
    private final Inputs inputs;
    private final SearchConfig config;
    private final Clock clock;

    Search(SearchIndex index, Articles articles, FoundArticles shown, FacetValues facets, SearchPages pages,
            LogPosition positions, DemandedSequence demanded, Provenance provenance, Inputs inputs, SearchConfig config,
            Clock clock) {
        this.index = index;
        this.articles = articles;
        this.shown = shown;
        this.facets = facets;
        this.pages = pages;
        this.positions = positions;
        this.demanded = demanded;
        this.provenance = provenance;
        this.inputs = inputs;
        this.config = config;
        this.clock = clock;
    }

    SearchList page(ArticleFilterParameters filters, SearchParameters given) {
        var site = articles.site(filters.site());
        var selected = articles.selected(filters, site);
        var words = words(given.q());
        var presentation = Presentation.ofList(inputs, given.view(), given.include(), given.fields());
        var kinds = inputs.choices("facets", given.facets(), FACETS);
        var limit = inputs.number("limit", given.limit(), PageQuery.DEFAULT_LIMIT, 1, PageQuery.MAX_LIMIT);
        var isCounted = inputs.flag("total", given.total(), false);
        var filter = site.id() + selected.canonical() + "\n" + given.q();
        var place = pages.place(given.cursor(), filter, clock.instant().truncatedTo(ChronoUnit.HOURS));
        inputs.verify();
        demanded.await(() -> index.ask(ArticleIndex::position));
        var query = new SearchQuery(given.q() == null ? "" : given.q(), selected.selection(), selected.except(),
                place.skipped(), limit, place.state().filter(state -> demanded.isReached(state.position())), kinds,
                place.now());
        var found = index.ask(present -> present.find(query));
        tell(found, selected.cacheTags());
        var page = pages.of(found, place, limit, filter);
        return new SearchList(shown.of(site, found, words, presentation),
                isCounted ? page.withTotal(found.total()) : page,
                kinds.isEmpty() ? null : facets.of(site, asked(given.facets()), found.counts()),
                place.skipped() == 0 ? meant(query.words()) : null);
    }

    private QueryWords words(@Nullable String typed) {
        if (typed == null) {
            inputs.reject("q", "`q` says what to look for.");
            return QueryWords.of("");
        }
        var words = QueryWords.of(typed);
        if (typed.length() > config.longest() || words.size() > config.words()) {
            inputs.reject("q", "`q` has at most " + config.longest() + " characters and " + config.words() + " words.");
        } else if (words.groups().isEmpty()) {
            inputs.reject("q", "`q` has no word to look for.");
        }
        return words;
    }

    private Map<String, ListKind> asked(@Nullable String given) {
        var asked = new LinkedHashMap<String, ListKind>();
        inputs.list("facets", given)
                .forEach(name -> Optional.ofNullable(FACETS.get(name)).ifPresent(kind -> asked.put(name, kind)));
        return asked;
    }

    /** While the index is behind the log its answers are kept by nobody: the entry that makes them stale is already past. */
    private void tell(Found found, Set<String> cacheTags) {
        provenance.sequence(found.state().position());
        provenance.tags(cacheTags);
        provenance.tags(TAGS);
        if (found.state().position() < positions.seen()) {
            provenance.notKept();
        }
    }

    private @Nullable String meant(String typed) {
        return index.ask(present -> present.meant(typed)).orElse(null);
    }
}
