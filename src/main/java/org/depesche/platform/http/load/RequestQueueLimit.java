package org.depesche.platform.http.load;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that wait for a worker thread, and admits no more than a fixed number of them. */
final class RequestQueueLimit {

    private final int max;
    private final AtomicInteger waiting = new AtomicInteger();

    RequestQueueLimit(int max) {
        this.max = max;
    }

    /** The permit of one request to wait. */
    final class Permit {

        private final AtomicBoolean isReleased = new AtomicBoolean();

        private Permit() {
        }

        /** Gives the permit back. A second call does nothing: a request may both reach a worker and end. */
        void release() {
            if (isReleased.compareAndSet(false, true)) {
                waiting.decrementAndGet();
            }
        }
    }

    /** A permit to wait, or nothing when the queue is full. */
    Optional<Permit> acquire() {
        if (waiting.incrementAndGet() > max) {
            waiting.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new Permit());
    }

    /** How many requests wait now. */
    int waiting() {
        return waiting.get();
    }
}
