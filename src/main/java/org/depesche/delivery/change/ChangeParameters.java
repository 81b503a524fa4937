package org.depesche.delivery.change;

import java.util.List;
import java.util.Set;

import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.page.PageParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the change log as the client sent them. */
record ChangeParameters(
        @RestQuery @Nullable String since,
        @RestQuery @Nullable List<String> type,
        @RestQuery @Nullable String site,
        @RestQuery("wait") @Nullable String waitSeconds,
        @RestQuery @Nullable String limit) {

    private static final int MAX_WAIT_SECONDS = 60;

    static final WithDefault<Long> SINCE = QueryParameter.whole("since", 0L, Long.MAX_VALUE / 2)
            .describe("Entries after this sequence; 0 (default) is the beginning.", "42").otherwise(0L);
    static final QueryParameter<List<Set<String>>> TYPE = ChangeFilter.TYPE;
    static final QueryParameter<String> SITE = ChangeFilter.SITE;
    static final WithDefault<Integer> WAIT = QueryParameter.whole("wait", 0, MAX_WAIT_SECONDS)
            .describe("Hold an empty answer for up to so many seconds, 0 to 60, until something changes.", "30").otherwise(0);
    static final WithDefault<Integer> LIMIT = PageParameters.LIMIT
            .describe("Entries a page, 1 to 100; 15 by default.", "100");
}
