package org.depesche.platform.access.key;

import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page of keys that a client requests. */
record KeysQuery(
        @Parameter(description = "How many items a page has at most, from 1 to 100", example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`", example = "AQABBi1jcmVhdGVk") @RestQuery @Nullable String cursor,
        @Parameter(description = "Whether `page.total` shall say how many there are", example = "true") @RestQuery @Nullable String total) {

    private static final String NEWEST_FIRST = "-createdAt";

    PageQuery page(QueryParameters parameters) {
        var key = parameters.parse("cursor", cursor, text -> Cursor.decode(text, NEWEST_FIRST, ""), Cursor.INVALID_MESSAGE);
        var size = parameters.number("limit", limit, PageQuery.DEFAULT_LIMIT, 1, PageQuery.MAX_LIMIT);
        return new PageQuery(size, NEWEST_FIRST, "", key.orElse(null));
    }

    boolean isCounted(QueryParameters parameters) {
        return parameters.flag("total", total, false);
    }
}
