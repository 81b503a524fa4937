package org.depesche.delivery.change.stream;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes that all listeners of this node have not read yet, and limits those of each listener. While all listeners
 * together have many, each gets less, so that listeners that do not read cannot fill the memory.
 */
final class UnsentBytes {

    private final AtomicLong total = new AtomicLong();
    private final long maxTotal;
    private final long maxOfListener;
    private final long share;
    private final Runnable drained;

    /** @param drained called when a client has read something that the broadcaster waited for */
    UnsentBytes(StreamConfig config, Runnable drained) {
        this.maxTotal = config.maxUnsentTotal();
        this.maxOfListener = config.maxUnsentBytes();
        this.share = Math.max(1, Math.min(maxOfListener, maxTotal / Math.max(1, config.maxListeners())));
        this.drained = drained;
    }

    /** @param bytes less than 0 for bytes that were sent */
    void add(long bytes) {
        total.addAndGet(bytes);
    }

    /** How many unsent bytes a listener may have now. */
    long limitOfListener() {
        return total.get() < maxTotal ? maxOfListener : share;
    }

    void reportDrained() {
        drained.run();
    }
}
