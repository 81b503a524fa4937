package org.depesche.content.editorial.desk;

import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageParameters;
import org.depesche.platform.page.PageQuery;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a page of an editorial list. */
public record EditorialPageParameters(
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total) {

    static final WithDefault<Integer> LIMIT = PageParameters.LIMIT;
    static final QueryParameter<String> CURSOR = PageParameters.CURSOR;
    static final WithDefault<Boolean> TOTAL = PageParameters.TOTAL;

    public PageQuery pageQuery(QueryParameters inputs, String sort, String filter) {
        return PageParameters.read(inputs, limit, cursor, sort, filter);
    }

    public boolean wantsTotal(QueryParameters inputs) {
        return inputs.read(TOTAL, total);
    }
}
