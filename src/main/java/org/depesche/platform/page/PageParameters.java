package org.depesche.platform.page;

import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The parameters that all paged lists take. */
public final class PageParameters {

    public static final WithDefault<Integer> LIMIT = QueryParameter.whole("limit", 1, PageQuery.MAX_LIMIT)
            .describe("How many items a page has at most, from 1 to 100", "15").otherwise(PageQuery.DEFAULT_LIMIT);
    /** In characters: a cursor has a name of 200 characters, an id and a hash at most. */
    private static final int MAX_CURSOR = 4_000;

    public static final QueryParameter<String> CURSOR = QueryParameter.text("cursor", MAX_CURSOR)
            .describe("Where to go on: taken from `page.next` or `page.previous`", "AQABBi1jcmVhdGVk");
    public static final WithDefault<Boolean> TOTAL = QueryParameter.flag("total")
            .describe("Whether `page.total` shall say how many there are", "true").otherwise(false);

    private PageParameters() {
    }

    /**
     * The page that the query asks for.
     *
     * @param sort the name of the list's order
     * @param filter any text that is the same for the same filter
     */
    public static PageQuery read(QueryParameters inputs, @Nullable String limit, @Nullable String cursor, String sort,
            String filter) {
        var start = inputs.read(CURSOR, cursor, text -> Cursor.decode(text, sort, filter), Cursor.INVALID_MESSAGE);
        return new PageQuery(inputs.read(LIMIT, limit), sort, filter, start.orElse(null));
    }
}
