package org.depesche.delivery.search;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a search as the client sent them. {@link ArticleSearch} parses them. */
record SearchParameters(
        @Parameter(required = true, description = "What to look for. `\"…\"` holds a phrase together, `-word` leaves out, `OR` stands between "
                + "alternatives.", example = "Digitalministerkonferenz") @RestQuery @Nullable String q,
        @Parameter(description = "What to count, comma-separated: `category`, `tag`, `type`, `year`.", example = "category,year") @RestQuery @Nullable String facets,
        @Parameter(description = "How much of each article: `card`, `summary` (default) or `full`.", example = "card") @RestQuery @Nullable String view,
        @Parameter(description = "Parts to add, comma-separated: `body`, `bodyHtml`, `bodyText`, `renditions`.", example = "bodyText") @RestQuery @Nullable String include,
        @Parameter(description = "Keep just these top-level members, comma-separated; `id`, `score` and `highlights` always stay.", example = "headline,slug,image") @RestQuery @Nullable String fields,
        @Parameter(description = "Items a page, 1 to 100; 15 by default.", example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`, for the same query.", example = "AQACDC1wdWJsaXNoZWRBdA") @RestQuery @Nullable String cursor,
        @Parameter(description = "`true` adds the number of all matches as `page.total`.", example = "true") @RestQuery @Nullable String total) {
}
