package org.depesche.content.editorial;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A scheduled action of an article.
 *
 * @param zone the time zone that the client used
 * @param by the name of the person who scheduled the action
 * @param correction a note for readers that is published with the article
 * @param isMinor the publication does not change {@code updatedAt}
 * @param failure the last failed attempt
 */
public record Schedule(Action action, Instant at, String zone, String by, @Nullable String correction, boolean isMinor,
        @Nullable Failure failure) {

    /** The actions that can be scheduled. */
    public enum Action {
        PUBLISH,
        UNPUBLISH;

        /** Returns the name in the API and in the database. */
        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Action fromValue(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Returns a schedule without a correction and without a failed attempt. */
    public static Schedule of(Action action, Instant at, String zone, String by) {
        return new Schedule(action, at, zone, by, null, false, null);
    }

    /** Returns the schedule after a failed attempt, with a retry after the pause. */
    public Schedule withFailure(String detail, Instant now, Duration pause) {
        return new Schedule(action, at, zone, by, correction, isMinor, new Failure(attempts() + 1, now.plus(pause), detail));
    }

    /** Returns the number of failed attempts. */
    public int attempts() {
        return failure == null ? 0 : failure.attempts();
    }

    /** Returns whether the time of the action has come, and after a failed attempt that of the retry. */
    public boolean isDue(Instant now) {
        return !at.isAfter(now) && (failure == null || !failure.retryAt().isAfter(now));
    }

    /** @param retryAt the time of the next attempt */
    public record Failure(int attempts, Instant retryAt, String detail) {
    }
}
