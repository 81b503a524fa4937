package org.depesche.media.picture;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds the memory of pictures that are decoded at the same time: by pixels, because one can be as large as a thousand. */
public final class PixelBudget {

    private static final int PIXELS_PER_PERMIT = 1_000;

    private final int permits;
    private final Semaphore semaphore;

    public PixelBudget(long pixels) {
        this.permits = (int) Math.max(1, Math.min(Integer.MAX_VALUE, pixels / PIXELS_PER_PERMIT));
        this.semaphore = new Semaphore(permits, true);
    }

    /**
     * Runs the work as soon as the pixels are free. A picture that is larger than the budget gets the whole budget.
     *
     * @return the result of the work; empty if the pixels were not free within the time
     */
    public <T> Optional<T> call(long pixels, Duration timeout, Callable<T> work) throws Exception {
        var needed = (int) Math.max(1, Math.min(permits, pixels / PIXELS_PER_PERMIT));
        if (!semaphore.tryAcquire(needed, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.call());
        } finally {
            semaphore.release(needed);
        }
    }
}
