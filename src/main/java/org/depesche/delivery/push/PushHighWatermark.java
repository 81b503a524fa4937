package org.depesche.delivery.push;

import java.time.Duration;

import org.depesche.delivery.purge.PurgeProgress;

/**
 * The sequence up to which changes may be pushed: every node has had the time to read them, and the configured networks have
 * confirmed their purges. One thread uses an instance.
 */
public final class PushHighWatermark {

    private final PurgeProgress purges;
    private final Duration propagationDelay;

    private long seenEnd = -1;
    private long seenAt;
    private long propagated = -1;

    public PushHighWatermark(PurgeProgress purges, Duration propagationDelay) {
        this.purges = purges;
        this.propagationDelay = propagationDelay;
    }

    /**
     * Raises the watermark to what may be pushed by now, and returns it.
     *
     * @param end the last sequence of the log
     */
    public long advance(long end) {
        if (seenEnd > propagated && System.nanoTime() - seenAt >= propagationDelay.toNanos()) {
            propagated = seenEnd;
        }
        if (seenEnd <= propagated && end > seenEnd) {
            seenEnd = end;
            seenAt = System.nanoTime();
        }
        return Math.min(propagated, purges.confirmed(end));
    }
}
