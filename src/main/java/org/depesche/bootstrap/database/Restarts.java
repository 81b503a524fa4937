package org.depesche.bootstrap.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Repeats a start until it succeeds, with growing pauses and a bounded number of attempts. */
final class Restarts {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final int maxAttempts;
    private final Duration firstPause;

    Restarts(int maxAttempts, Duration firstPause) {
        this.maxAttempts = maxAttempts;
        this.firstPause = firstPause;
    }

    /** Returns whether an attempt succeeded. An interrupt ends the attempts. */
    boolean run(BooleanSupplier start) {
        var pause = firstPause;
        for (var attempt = 1; attempt <= maxAttempts; attempt++) {
            if (!sleep(pause)) {
                return false;
            }
            if (start.getAsBoolean()) {
                return true;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return false;
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
