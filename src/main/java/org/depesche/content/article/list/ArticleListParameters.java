package org.depesche.content.article.list;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The order, the level of detail and the page of an article list as the client sent them.
 * {@link ArticleListQueryParser} parses them.
 */
public record ArticleListParameters(
        @Parameter(description = "Just these articles, in this order; at most 100 ids. Those not found are named in `missing`. "
                + "Goes with `site`, `view`, `fields` and `include` alone.", example = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @RestQuery @Nullable String ids,
        @Parameter(description = "Order: `-publishedAt` (default, newest first), `publishedAt`, `-updatedAt`, `updatedAt`.", example = "-updatedAt") @RestQuery @Nullable String sort,
        @Parameter(description = "How much of each article: `card`, `summary` (default) or `full`.", example = "card") @RestQuery @Nullable String view,
        @Parameter(description = "Parts to add, comma-separated: `body`, `bodyHtml`, `bodyText`, `renditions`.", example = "bodyText") @RestQuery @Nullable String include,
        @Parameter(description = "Keep just these top-level members, comma-separated; `id` always stays.", example = "headline,slug,image") @RestQuery @Nullable String fields,
        @Parameter(description = "Items a page, 1 to 100; 15 by default.", example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`, for the same filter.", example = "AQACDC1wdWJsaXNoZWRBdA") @RestQuery @Nullable String cursor,
        @Parameter(description = "`true` adds the number of all matches as `page.total`.", example = "true") @RestQuery @Nullable String total) {

    /** The names of the parameters that were sent together with {@code ids}, but do not apply to it. */
    public List<String> conflictingWithIds() {
        var names = new ArrayList<String>();
        add(names, "sort", sort);
        add(names, "limit", limit);
        add(names, "cursor", cursor);
        add(names, "total", total);
        return names;
    }

    private static void add(List<String> names, String name, @Nullable String value) {
        if (value != null) {
            names.add(name);
        }
    }
}
