package org.depesche.content.editorial;

import org.depesche.platform.http.Inputs;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which page of a list of the desk. */
record DeskPageParameters(
        @Parameter(description = "How many items a page has at most, from 1 to 100", example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`", example = "AQABBi1jcmVhdGVk") @RestQuery @Nullable String cursor,
        @Parameter(description = "Whether `page.total` shall say how many there are", example = "true") @RestQuery @Nullable String total) {

    PageQuery page(Inputs inputs, String sort, String filter) {
        var place = inputs.parsed("cursor", cursor, text -> Cursor.read(text, sort, filter), Cursor.EXPECTED);
        var size = inputs.number("limit", limit, PageQuery.DEFAULT_LIMIT, 1, PageQuery.MAX_LIMIT);
        return new PageQuery(size, sort, filter, place.orElse(null));
    }

    boolean isCounted(Inputs inputs) {
        return inputs.flag("total", total, false);
    }
}
