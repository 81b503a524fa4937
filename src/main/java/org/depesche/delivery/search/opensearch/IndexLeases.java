package org.depesche.delivery.search.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

import io.quarkus.logging.Log;

/** The leases of the search index: one to write the current index, one to build a new index. */
final class IndexLeases {

    private static final String WRITER = "search";
    private static final String REBUILD = "search:rebuild";
    /** The rebuild lease is longer, because a batch of long articles may take its time. */
    private static final int REBUILD_LEASE_FACTOR = 4;

    private final BiPredicate<String, Duration> acquire;
    private final Consumer<String> release;
    private final Duration lease;
    private final Clock clock;
    private boolean isWriter;
    private Instant renewAt = Instant.EPOCH;

    /**
     * @param acquire acquires or renews the lease of a name for a duration, and returns whether this node holds it
     * @param release releases the lease of a name
     */
    IndexLeases(BiPredicate<String, Duration> acquire, Consumer<String> release, Duration lease, Clock clock) {
        this.acquire = acquire;
        this.release = release;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * Acquires or renews the writer's lease. The database is asked only when a third of the lease has passed, because
     * this method is called frequently.
     */
    synchronized boolean tryHoldWriter() {
        var now = clock.instant();
        if (!now.isBefore(renewAt)) {
            isWriter = acquire.test(WRITER, lease);
            renewAt = now.plus(lease.dividedBy(3));
        }
        return isWriter;
    }

    /** Acquires or renews the lease for building a new index. */
    boolean tryHoldRebuild() {
        return acquire.test(REBUILD, lease.multipliedBy(REBUILD_LEASE_FACTOR));
    }

    void releaseRebuild() {
        release.accept(REBUILD);
    }

    /** Releases all leases, so that another node can take over immediately. */
    void releaseAll() {
        try {
            release.accept(WRITER);
            release.accept(REBUILD);
        } catch (RuntimeException e) {
            Log.debugf(e, "The leases of the search index were not released and will expire");
        }
    }
}
