package org.depesche.delivery.search.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

import io.quarkus.logging.Log;

/** What this node may do alone: keep the present index, build a new one. */
final class Roles {

    private static final String KEEPER = "search";
    private static final String BUILDER = "search:rebuild";
    /** A batch of long articles may take its time. */
    private static final int BUILDERS_PATIENCE = 4;

    private final BiPredicate<String, Duration> hold;
    private final Consumer<String> release;
    private final Duration lease;
    private final Clock clock;
    private boolean isKeeper;
    private Instant next = Instant.EPOCH;

    /**
     * @param hold whether this node holds the lease of that name now, for so long
     * @param release lets go of it
     */
    Roles(BiPredicate<String, Duration> hold, Consumer<String> release, Duration lease, Clock clock) {
        this.hold = hold;
        this.release = release;
        this.lease = lease;
        this.clock = clock;
    }

    /** Asked all the time, so the database is asked only when a third of the lease is over. */
    synchronized boolean keeps() {
        var now = clock.instant();
        if (!now.isBefore(next)) {
            isKeeper = hold.test(KEEPER, lease);
            next = now.plus(lease.dividedBy(3));
        }
        return isKeeper;
    }

    boolean builds() {
        return hold.test(BUILDER, lease.multipliedBy(BUILDERS_PATIENCE));
    }

    void hasBuilt() {
        release.accept(BUILDER);
    }

    /** Lets another node go on at once. */
    void leave() {
        try {
            release.accept(KEEPER);
            release.accept(BUILDER);
        } catch (RuntimeException e) {
            Log.debugf(e, "The leases of search run out by themselves");
        }
    }
}
