package org.depesche.delivery.webhook;

import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageParameters;
import org.depesche.platform.page.PageQuery;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page of webhooks that a client requests. */
record WebhooksQuery(
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total) {

    static final WithDefault<Integer> LIMIT = PageParameters.LIMIT;
    static final QueryParameter<String> CURSOR = PageParameters.CURSOR;
    static final WithDefault<Boolean> TOTAL = PageParameters.TOTAL;

    PageQuery page(QueryParameters inputs) {
        return PageParameters.read(inputs, limit, cursor, "-createdAt", "");
    }

    boolean isCounted(QueryParameters inputs) {
        return inputs.read(TOTAL, total);
    }
}
