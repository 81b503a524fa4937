package org.depesche.content.collection;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a collection's articles as the client sent them. */
record CollectionArticlesParameters(
        @Parameter(description = "Slug of the site. Absent: the default site.", example = "default") @RestQuery @Nullable String site,
        @Parameter(description = "How much of each article: `card`, `summary` (default) or `full`.", example = "card") @RestQuery @Nullable String view,
        @Parameter(description = "Parts to add to each article, comma-separated: `body`, `bodyHtml`, `bodyText`, `renditions`.", example = "bodyText") @RestQuery @Nullable String include,
        @Parameter(description = "Keep just these top-level members of each article, comma-separated; `id` always stays.", example = "headline,slug,image") @RestQuery @Nullable String fields,
        @Parameter(description = "Items a page, 1 to 100; 15 by default.", example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`.", example = "AQACBGRlc2sBMA") @RestQuery @Nullable String cursor,
        @Parameter(description = "`true` adds the number of all public articles in it as `page.total`.", example = "true") @RestQuery @Nullable String total) {
}
