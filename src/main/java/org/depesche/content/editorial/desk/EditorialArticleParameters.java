package org.depesche.content.editorial.desk;

import java.util.Optional;

import org.depesche.content.editorial.ArticleState;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the editorial list. */
record EditorialArticleParameters(
        @RestQuery @Nullable String state,
        @RestQuery @Nullable String q,
        @RestQuery @Nullable String updatedBy,
        @RestQuery @Nullable String scheduled,
        @RestQuery @Nullable String overdue) {

    private static final int MAX_LENGTH = 200;

    static final QueryParameter<ArticleState> STATE = QueryParameter.oneOf("state", ArticleState.values())
            .describe("What the public sees of them now: `draft`, `published`, `unpublished`, `withdrawn`", "draft");
    static final QueryParameter<String> Q = text("q")
            .describe("Words of the headline or the slug, as one piece", "brücke");
    static final QueryParameter<String> UPDATED_BY = text("updatedBy")
            .describe("Who saved them last, by name", "Newsroom");
    static final QueryParameter<Boolean> SCHEDULED = QueryParameter.flag("scheduled")
            .describe("`true`: for which something is scheduled; `false`: for which nothing is", "true");
    static final QueryParameter<Boolean> OVERDUE = QueryParameter.flag("overdue")
            .describe("`true`: for which something is due that has not happened; `false`: all others", "true");

    WorkingCopyFilter parse(QueryParameters inputs) {
        return new WorkingCopyFilter(inputs.read(STATE, state).orElse(null), inputs.read(Q, q).orElse(null),
                inputs.read(UPDATED_BY, updatedBy).orElse(null), inputs.read(SCHEDULED, scheduled).orElse(null),
                inputs.read(OVERDUE, overdue).orElse(null));
    }

    private static QueryParameter<String> text(String name) {
        return QueryParameter.text(name, MAX_LENGTH, text -> Optional.of(text).filter(value -> value.length() <= MAX_LENGTH),
                "`" + name + "` has at most " + MAX_LENGTH + " characters.");
    }

    /** The parsed query parameters. */
    record WorkingCopyFilter(@Nullable ArticleState state, @Nullable String text, @Nullable String savedBy,
            @Nullable Boolean scheduled, @Nullable Boolean overdue) {

        /** Returns whether the list is sorted by schedule, the next due first. */
        boolean isSortedByDueTime() {
            return Boolean.TRUE.equals(scheduled) || Boolean.TRUE.equals(overdue);
        }
    }
}
