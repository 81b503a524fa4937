package org.depesche.content.article.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.listing.ListOrder;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The order, the level of detail and the page of an article list as the client sent them.
 * {@link ArticleListQueryParser} parses them.
 */
public record ArticleListParameters(
        @RestQuery @Nullable List<String> ids,
        @RestQuery @Nullable String sort,
        @RestQuery @Nullable String view,
        @RestQuery @Nullable List<String> include,
        @RestQuery @Nullable List<String> fields,
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total,
        @RestQuery @Nullable String usage,
        @RestQuery @Nullable String crop) {

    public static final QueryParameter<Set<UUID>> IDS = QueryParameter.ids("ids")
            .describe("Just these articles, in this order; at most 100 ids. Those not found are named in `missing`. Goes "
                    + "with `site`, `view`, `fields` and `include` alone.", "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11");
    static final WithDefault<ListOrder> SORT = QueryParameter
            .oneOf("sort", QueryParameter.words(ListOrder::parameter, ListOrder.values()))
            .describe("Order: `-publishedAt` (default, newest first), `publishedAt`, `-updatedAt`, `updatedAt`.", "-updatedAt")
            .otherwise(ListOrder.NEWEST);
    static final WithDefault<DetailLevel> VIEW = FieldSelection.VIEW
            .describe("How much of each article: `card`, `summary` (default) or `full`.", "card");
    static final QueryParameter<Set<String>> INCLUDE = FieldSelection.INCLUDE
            .describe("Parts to add, comma-separated: `body`, `bodyHtml`, `bodyText`, `renditions`.", "bodyText");
    static final QueryParameter<Set<String>> FIELDS = FieldSelection.FIELDS
            .describe("Keep just these top-level members, comma-separated; `id` always stays.", "headline,slug,image");
    static final WithDefault<Integer> LIMIT = PageParameters.LIMIT
            .describe("Items a page, 1 to 100; 15 by default.", "15");
    static final QueryParameter<String> CURSOR = PageParameters.CURSOR
            .describe("Where to go on: taken from `page.next` or `page.previous`, for the same filter.",
                    "AQACDC1wdWJsaXNoZWRBdA");
    public static final QueryParameter<Boolean> USAGE = FieldSelection.USAGE;
    public static final QueryParameter<?> CROP = FieldSelection.CROP;
    public static final WithDefault<Boolean> TOTAL = PageParameters.TOTAL
            .describe("`true` adds the number of all matches as `page.total`.", "true");

    /** Returns whether the query names the articles. */
    public boolean hasIds() {
        return QueryParameters.isGiven(ids);
    }

    /** Returns the parameters that the client sent with {@code ids}, but that do not apply to it and are not at defaults. */
    public List<QueryParameter<?>> conflictingWithIds() {
        var names = new ArrayList<QueryParameter<?>>();
        add(names, SORT, sort);
        add(names, LIMIT, limit);
        if (cursor != null) {
            names.add(CURSOR);
        }
        add(names, TOTAL, total);
        return names;
    }

    private static void add(List<QueryParameter<?>> names, WithDefault<?> declared, @Nullable String value) {
        if (declared.isChangedBy(value)) {
            names.add(declared.parameter());
        }
    }
}
