package org.depesche.delivery.push;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The pauses between attempts: twice as long each time up to a limit, and a fifth more or less at random. */
public record RetrySchedule(Duration first, Duration longest, RandomGenerator random) {

    private static final int MAX_DOUBLINGS = 30;
    private static final double JITTER = 0.2;

    /** @param failures how many attempts have failed in a row, at least 1 */
    public Duration pause(int failures) {
        var doubled = first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
        var millis = doubled <= 0 || doubled > longest.toMillis() ? longest.toMillis() : doubled;
        return Duration.ofMillis(Math.round(millis * (1 + JITTER * (2 * random.nextDouble() - 1))));
    }
}
