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
record Schedule(Action action, Instant at, String zone, String by, @Nullable String correction, boolean isMinor,
        @Nullable Failure failure) {

    enum Action {
        PUBLISH,
        UNPUBLISH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Action of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    static Schedule of(Action action, Instant at, String zone, String by) {
        return new Schedule(action, at, zone, by, null, false, null);
    }

    PublishForm asForm() {
        return new PublishForm(null, correction, isMinor);
    }

    /** It did not happen, and will be tried again after that pause. */
    Schedule failed(String detail, Instant now, Duration pause) {
        return new Schedule(action, at, zone, by, correction, isMinor, new Failure(attempts() + 1, now.plus(pause), detail));
    }

    int attempts() {
        return failure == null ? 0 : failure.attempts();
    }

    boolean isDue(Instant now) {
        return !at.isAfter(now) && (failure == null || !failure.retryAt().isAfter(now));
    }

    /** @param retryAt when it is tried again */
    record Failure(int attempts, Instant retryAt, String detail) {
    }
}
