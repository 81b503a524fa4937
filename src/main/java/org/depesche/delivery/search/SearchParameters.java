package org.depesche.delivery.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.delivery.search.index.SearchOrder;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.page.PageParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a search as the client sent them. {@link ArticleSearch} parses them. */
record SearchParameters(
        @RestQuery @Nullable String q,
        @RestQuery @Nullable List<String> facets,
        @RestQuery @Nullable String sort,
        @RestQuery @Nullable String view,
        @RestQuery @Nullable List<String> include,
        @RestQuery @Nullable List<String> fields,
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total,
        @RestQuery @Nullable String usage,
        @RestQuery @Nullable String crop) {

    static final QueryParameter<String> Q = QueryParameter.text("q", SearchConfig.MAX_QUERY_LENGTH, Optional::of, "")
            .describe("What to look for. `\"…\"` holds a phrase together, `-word` leaves out, `OR` stands between "
                    + "alternatives.", "Digitalministerkonferenz")
            .required();
    static final QueryParameter<Set<ListKind>> FACETS = QueryParameter.someOf("facets", ArticleSearch.FACETS)
            .describe("What to count, comma-separated: `category`, `tag`, `type`, `year`.", "category,year");
    static final WithDefault<SearchOrder> SORT = QueryParameter
            .oneOf("sort", QueryParameter.words(SearchOrder::parameter, SearchOrder.values()))
            .describe("Order: `relevance` (default, the best first), `-publishedAt` (newest first), `publishedAt`.",
                    "-publishedAt")
            .otherwise(SearchOrder.RELEVANCE);
    static final WithDefault<DetailLevel> VIEW = FieldSelection.VIEW
            .describe("How much of each article: `card`, `summary` (default) or `full`.", "card");
    static final QueryParameter<Set<String>> INCLUDE = FieldSelection.INCLUDE
            .describe("Parts to add, comma-separated: `body`, `bodyHtml`, `bodyText`, `renditions`.", "bodyText");
    static final QueryParameter<Set<String>> FIELDS = FieldSelection.FIELDS
            .describe("Keep just these top-level members, comma-separated; `id`, `score` and `highlights` always stay.",
                    "headline,slug,image");
    static final WithDefault<Integer> LIMIT = PageParameters.LIMIT
            .describe("Items a page, 1 to 100; 15 by default.", "15");
    static final QueryParameter<String> CURSOR = PageParameters.CURSOR
            .describe("Where to go on: taken from `page.next` or `page.previous`, for the same query and sort.",
                    "AQACDC1wdWJsaXNoZWRBdA");
    static final QueryParameter<Boolean> USAGE = FieldSelection.USAGE;
    static final QueryParameter<?> CROP = FieldSelection.CROP;
    static final WithDefault<Boolean> TOTAL = PageParameters.TOTAL
            .describe("`true` adds the number of all matches as `page.total`.", "true");
}
