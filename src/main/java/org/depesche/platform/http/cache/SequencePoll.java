package org.depesche.platform.http.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.depesche.platform.http.ReadYourWrites;

import io.vertx.ext.web.RoutingContext;

/** Lets requests wait until the cache has followed the change log to a sequence. A waiting request occupies no thread. */
final class SequencePoll {

    private final LongSupplier position;
    private final Duration timeout;
    private final int maxWaiting;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param timeout how long a request waits
     * @param maxWaiting how many requests may wait
     */
    SequencePoll(LongSupplier position, Duration timeout, int maxWaiting) {
        this.position = position;
        this.timeout = timeout;
        this.maxWaiting = maxWaiting;
    }

    /**
     * Pauses the request until the sequence is reached or the timeout has passed. Returns false, and does nothing, if the
     * sequence is far ahead or too many requests wait.
     *
     * @param next is called on the request's event loop, with whether the sequence is reached, unless the client has closed the
     *        connection
     */
    boolean await(RoutingContext context, long sequence, Consumer<Boolean> next) {
        if (sequence - position.getAsLong() >= ReadYourWrites.MAX_DISTANCE || waiting.get() >= maxWaiting) {
            return false;
        }
        waiting.incrementAndGet();
        var eventLoop = context.vertx().getOrCreateContext();
        var deadline = System.nanoTime() + timeout.toNanos();
        context.request().pause();
        context.vertx().setPeriodic(ReadYourWrites.POLL_INTERVAL.toMillis(), timer -> {
            var isReached = position.getAsLong() >= sequence;
            if (isReached || System.nanoTime() > deadline || context.response().closed()) {
                context.vertx().cancelTimer(timer);
                waiting.decrementAndGet();
                eventLoop.runOnContext(now -> {
                    context.request().resume();
                    if (!context.response().closed()) {
                        next.accept(isReached);
                    }
                });
            }
        });
        return true;
    }
}
