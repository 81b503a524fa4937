package org.depesche.delivery.change.stream;

import java.util.List;
import java.util.Set;

import org.depesche.delivery.change.ChangeFilter;
import org.depesche.platform.http.request.QueryParameter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of the event stream as the client sent them. */
record StreamParameters(
        @RestQuery @Nullable String since,
        @RestQuery @Nullable List<String> type,
        @RestQuery @Nullable String site,
        @Parameter(
                description = "The id of the last event that the client has. Browsers send it when they connect again. It wins "
                        + "over `since`.",
                example = "42") @RestHeader("Last-Event-ID") @Nullable String lastEventId) {

    static final QueryParameter<Long> SINCE = QueryParameter.whole("since", 0L, Long.MAX_VALUE / 2)
            .describe("Entries after this sequence. Absent: what happens from now on.", "42");
    static final QueryParameter<List<Set<String>>> TYPE = ChangeFilter.TYPE;
    static final QueryParameter<String> SITE = ChangeFilter.SITE;
}
