package org.depesche.delivery.search.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

import io.quarkus.logging.Log;

/** What this node may do alone: keep the present index, build a new one. */
final class IndexLeases {

    private static final String WRITER = "search";
    private static final String REBUILD = "search:rebuild";
    /** A batch of long articles may take its time. */
    private static final int REBUILD_LEASE_FACTOR = 4;

    private final BiPredicate<String, Duration> hold;
    private final Consumer<String> release;
    private final Duration lease;
    private final Clock clock;
    private boolean isWriter;
    private Instant next = Instant.EPOCH;

    /**
     * @param hold whether this node holds the lease of that name now, for so long
     * @param release lets go of it
     */
    IndexLeases(BiPredicate<String, Duration> hold, Consumer<String> release, Duration lease, Clock clock) {
        this.hold = hold;
        this.release = release;
        this.lease = lease;
        this.clock = clock;
    }

    /** Asked all the time, so the database is asked only when a third of the lease is over. */
    synchronized boolean tryHoldWriter() {
        var now = clock.instant();
        if (!now.isBefore(next)) {
            isWriter = hold.test(WRITER, lease);
            next = now.plus(lease.dividedBy(3));
        }
        return isWriter;
    }

    boolean tryHoldRebuild() {
        return hold.test(REBUILD, lease.multipliedBy(REBUILD_LEASE_FACTOR));
    }

    void releaseRebuild() {
        release.accept(REBUILD);
    }

    /** Lets another node go on at once. */
    void releaseAll() {
        try {
            release.accept(WRITER);
            release.accept(REBUILD);
        } catch (RuntimeException e) {
            Log.debugf(e, "The leases of search run out by themselves");
        }
    }
}
