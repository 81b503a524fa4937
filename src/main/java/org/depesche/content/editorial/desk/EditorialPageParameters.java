package org.depesche.content.editorial.desk;

import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a page of an editorial list. */
public record EditorialPageParameters(
        @Parameter(description = "How many items a page has at most, from 1 to 100", example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`", example = "AQABBi1jcmVhdGVk") @RestQuery @Nullable String cursor,
        @Parameter(description = "Whether `page.total` shall say how many there are", example = "true") @RestQuery @Nullable String total) {

    public PageQuery pageQuery(QueryParameters inputs, String sort, String filter) {
        var place = inputs.parse("cursor", cursor, text -> Cursor.decode(text, sort, filter), Cursor.INVALID_MESSAGE);
        var size = inputs.number("limit", limit, PageQuery.DEFAULT_LIMIT, 1, PageQuery.MAX_LIMIT);
        return new PageQuery(size, sort, filter, place.orElse(null));
    }

    public boolean wantsTotal(QueryParameters inputs) {
        return inputs.flag("total", total, false);
    }
}
