package org.depesche.content.editorial;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What is to happen to an article by itself, once.
 *
 * @param zone in which the moment was meant
 * @param by who wanted it
 * @param correction a note for readers that goes out with a publication
 * @param isMinor readers are not told of a change
 * @param failure what kept it from happening, absent while nothing did
 */
public record Schedule(Action action, Instant at, String zone, String by, @Nullable String correction, boolean isMinor,
        @Nullable Failure failure) {

    public enum Action {
        PUBLISH,
        UNPUBLISH;

        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Action fromValue(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static Schedule of(Action action, Instant at, String zone, String by) {
        return new Schedule(action, at, zone, by, null, false, null);
    }

    /** It did not happen, and will be tried again after that pause. */
    public Schedule withFailure(String detail, Instant now, Duration pause) {
        return new Schedule(action, at, zone, by, correction, isMinor, new Failure(attempts() + 1, now.plus(pause), detail));
    }

    public int attempts() {
        return failure == null ? 0 : failure.attempts();
    }

    public boolean isDue(Instant now) {
        return !at.isAfter(now) && (failure == null || !failure.retryAt().isAfter(now));
    }

    /** @param retryAt when it is tried again */
    public record Failure(int attempts, Instant retryAt, String detail) {
    }
}
