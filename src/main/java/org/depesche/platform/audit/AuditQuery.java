package org.depesche.platform.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageParameters;
import org.depesche.platform.page.PageQuery;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of an audit list as the client sent them. */
record AuditQuery(
        @RestQuery @Nullable String by,
        @RestQuery @Nullable String action,
        @RestQuery @Nullable String subject,
        @RestQuery @Nullable String from,
        @RestQuery @Nullable String before,
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total) {

    private static final String NEWEST_FIRST = "-at";
    private static final Pattern ACTION_NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
    private static final int LONGEST_ACTION = 64;

    static final QueryParameter<UUID> BY = QueryParameter.uuid("by")
            .describe("Id of the caller who did it: a key's `id`, or what the entries say of one",
                    "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11");
    static final QueryParameter<String> ACTION = QueryParameter.text("action", LONGEST_ACTION, AuditQuery::action,
            "`action` is a subject and a verb, as `article.publish`.")
            .describe("What was done: subject and verb", "article.publish");
    static final QueryParameter<UUID> SUBJECT = QueryParameter.uuid("subject")
            .describe("Id of what it was done to", "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11");
    static final QueryParameter<Instant> FROM = QueryParameter.instant("from")
            .describe("Done at this moment or after it: a timestamp with offset, a local time or a date", "2026-03-01");
    static final QueryParameter<Instant> BEFORE = QueryParameter.instant("before")
            .describe("Done before this moment", "2026-04-01");
    static final WithDefault<Integer> LIMIT = PageParameters.LIMIT;
    static final QueryParameter<String> CURSOR = PageParameters.CURSOR;
    static final WithDefault<Boolean> TOTAL = PageParameters.TOTAL;

    AuditCriteria criteria(QueryParameters inputs) {
        return new AuditCriteria(inputs.read(BY, by).orElse(null), inputs.read(ACTION, action).orElse(null),
                inputs.read(SUBJECT, subject).orElse(null), inputs.read(FROM, from).orElse(null),
                inputs.read(BEFORE, before).orElse(null));
    }

    PageQuery page(QueryParameters inputs, AuditCriteria filter) {
        return PageParameters.read(inputs, limit, cursor, NEWEST_FIRST, filter.toString());
    }

    boolean isCounted(QueryParameters inputs) {
        return inputs.read(TOTAL, total);
    }

    private static Optional<String> action(String text) {
        return Optional.of(text).filter(word -> word.length() <= LONGEST_ACTION && ACTION_NAME.matcher(word).matches());
    }
}
