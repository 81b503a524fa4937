package org.depesche.delivery.webhook;

import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageParameters;
import org.depesche.platform.page.PageQuery;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page of attempts that a client requests. */
record DeliveriesQuery(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {

    static final WithDefault<Integer> LIMIT = PageParameters.LIMIT;
    static final QueryParameter<String> CURSOR = PageParameters.CURSOR;

    /** A cursor works for its own webhook only. */
    PageQuery page(QueryParameters inputs, String webhook) {
        return PageParameters.read(inputs, limit, cursor, "-number", webhook);
    }
}
