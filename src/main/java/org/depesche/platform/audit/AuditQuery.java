package org.depesche.platform.audit;

import java.util.Optional;
import java.util.regex.Pattern;

import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of an audit list as the client sent them. */
record AuditQuery(
        @Parameter(description = "Id of the caller who did it: a key's `id`, or what the entries say of one", example = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @RestQuery @Nullable String by,
        @Parameter(description = "What was done: subject and verb", example = "article.publish") @RestQuery @Nullable String action,
        @Parameter(description = "Id of what it was done to", example = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @RestQuery @Nullable String subject,
        @Parameter(description = "Done at this moment or after it: a timestamp with offset, a local time or a date", example = "2026-03-01") @RestQuery @Nullable String from,
        @Parameter(description = "Done before this moment", example = "2026-04-01") @RestQuery @Nullable String before,
        @Parameter(description = "How many items a page has at most, from 1 to 100", example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`", example = "AQABBi1jcmVhdGVk") @RestQuery @Nullable String cursor,
        @Parameter(description = "Whether `page.total` shall say how many there are", example = "true") @RestQuery @Nullable String total) {

    private static final String NEWEST_FIRST = "-at";
    private static final Pattern ACTION = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
    private static final int MAX_ACTION_LENGTH = 64;

    AuditCriteria criteria(QueryParameters queryParameters) {
        return new AuditCriteria(queryParameters.uuid("by", by).orElse(null),
                queryParameters.parse("action", action, AuditQuery::action,
                        "`action` is a subject and a verb, as `article.publish`.")
                        .orElse(null),
                queryParameters.uuid("subject", subject).orElse(null), queryParameters.instant("from", from).orElse(null),
                queryParameters.instant("before", before).orElse(null));
    }

    PageQuery page(QueryParameters queryParameters, AuditCriteria filter) {
        var fingerprint = filter.toString();
        var key = queryParameters.parse("cursor", cursor, text -> Cursor.decode(text, NEWEST_FIRST, fingerprint),
                Cursor.INVALID_MESSAGE);
        var size = queryParameters.number("limit", limit, PageQuery.DEFAULT_LIMIT, 1, PageQuery.MAX_LIMIT);
        return new PageQuery(size, NEWEST_FIRST, fingerprint, key.orElse(null));
    }

    boolean isCounted(QueryParameters queryParameters) {
        return queryParameters.flag("total", total, false);
    }

    private static Optional<String> action(String text) {
        return Optional.of(text).filter(name -> name.length() <= MAX_ACTION_LENGTH && ACTION.matcher(name).matches());
    }
}
