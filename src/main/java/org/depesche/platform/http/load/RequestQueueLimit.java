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

    /** The place of one request in the queue. */
    final class Place {

        private final AtomicBoolean isLeft = new AtomicBoolean();

        private Place() {
        }

        /** Frees the place. A second call does nothing: a request may both reach a worker and end. */
        void leave() {
            if (isLeft.compareAndSet(false, true)) {
                waiting.decrementAndGet();
            }
        }
    }

    /** A place in the queue, or nothing when the queue is full. */
    Optional<Place> enter() {
        if (waiting.incrementAndGet() > max) {
            waiting.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new Place());
    }

    /** How many requests wait now. */
    int waiting() {
        return waiting.get();
    }
}
