package org.depesche.delivery.push;

import java.time.Duration;

import org.depesche.delivery.purge.PurgeProgress;

/**
 * Tells up to which sequence changes may be announced: those that every node has had the time to read, and whose purges the
 * configured networks have confirmed. One thread uses it.
 */
public final class Announcement {

    private final PurgeProgress purges;
    private final Duration propagationDelay;

    private long seenEnd = -1;
    private long seenAt;
    private long propagated = -1;

    public Announcement(PurgeProgress purges, Duration propagationDelay) {
        this.purges = purges;
        this.propagationDelay = propagationDelay;
    }

    /** @param end the end of the log */
    public long announceable(long end) {
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
