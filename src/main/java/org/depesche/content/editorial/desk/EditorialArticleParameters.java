package org.depesche.content.editorial.desk;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.depesche.content.editorial.ArticleState;
import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the editorial list. */
record EditorialArticleParameters(
        @Parameter(description = "What the public sees of them now: `draft`, `published`, `unpublished`, `withdrawn`", example = "draft") @RestQuery @Nullable String state,
        @Parameter(description = "Words of the headline or the slug, as one piece", example = "brücke") @RestQuery @Nullable String q,
        @Parameter(description = "Who saved them last, by name", example = "Newsroom") @RestQuery @Nullable String updatedBy,
        @Parameter(description = "`true`: for which something is scheduled; `false`: for which nothing is", example = "true") @RestQuery @Nullable String scheduled,
        @Parameter(description = "`true`: for which something is due that has not happened; `false`: all others", example = "true") @RestQuery @Nullable String overdue) {

    private static final int MAX_LENGTH = 200;

    WorkingCopyFilter parse(QueryParameters inputs) {
        var states = Arrays.stream(ArticleState.values()).collect(Collectors.toMap(ArticleState::value, Function.identity()));
        var requested = state == null ? null : inputs.choice("state", state, ArticleState.DRAFT, states);
        return new WorkingCopyFilter(requested, text(inputs, "q", q), text(inputs, "updatedBy", updatedBy),
                flag(inputs, "scheduled", scheduled), flag(inputs, "overdue", overdue));
    }

    private static @Nullable Boolean flag(QueryParameters inputs, String name, @Nullable String raw) {
        return raw == null ? null : inputs.flag(name, raw, false);
    }

    private static @Nullable String text(QueryParameters inputs, String name, @Nullable String raw) {
        return inputs.parse(name, raw, text -> Optional.of(text).filter(value -> value.length() <= MAX_LENGTH),
                "`" + name + "` has at most " + MAX_LENGTH + " characters.").orElse(null);
    }

    /** The parsed query parameters. */
    record WorkingCopyFilter(@Nullable ArticleState state, @Nullable String text, @Nullable String savedBy,
            @Nullable Boolean scheduled, @Nullable Boolean overdue) {

        /** Whether the list is sorted by schedule, the next due first. */
        boolean isSortedByDueTime() {
            return Boolean.TRUE.equals(scheduled) || Boolean.TRUE.equals(overdue);
        }
    }
}
