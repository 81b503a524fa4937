package org.depesche.platform.http;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.logging.Log;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.StartupEvent;

/** Lets a request in when the data it demands is here, and says how far the data of an answer reaches. */
@ApplicationScoped
public class ReadYourWrites {

    public static final String HEADER = "Depesche-Sequence";
    private static final Duration POLL_INTERVAL = Duration.ofMillis(25);
    /** What no node catches up with while somebody waits: refused at once, so that nobody can hold threads with it. */
    private static final long MAX_DISTANCE = 10_000;

    private final Instance<ChangeLogPosition> positions;
    private final Instance<ChangeLogFollower> followers;
    private final ResponseMetadata metadata;
    private final HttpConfig config;
    private final AtomicLong highestKnown = new AtomicLong(-1);

    ReadYourWrites(Instance<ChangeLogPosition> positions, Instance<ChangeLogFollower> followers, ResponseMetadata provenance,
            HttpConfig config) {
        this.positions = positions;
        this.followers = followers;
        this.metadata = provenance;
        this.config = config;
    }

    /** Waits a moment for a sequence that is not here yet, then gives up with a 503. */
    void await(long demanded) {
        if (current().orElse(0) < demanded) {
            await(demanded, () -> positions.isResolvable() ? positions.get().lastFollowed() : 0);
        }
    }

    void await(long demanded, LongSupplier position) {
        var mayWait = BlockingOperationControl.isBlockingAllowed() && demanded - position.getAsLong() < MAX_DISTANCE;
        var reached = new BoundedPoll(POLL_INTERVAL, config.minSequenceWait(), mayWait).waitFor(position, demanded);
        if (!reached) {
            throw new Problem(ProblemType.UNAVAILABLE, "Sequence " + demanded + " is not here yet.").header("Retry-After", "1");
        }
    }

    void readCurrentAtStart(@Observes StartupEvent start) {
        current().ifPresent(this::raiseHighestKnown);
    }

    /**
     * A delivery answer names the position it was made from; an editorial one names the log's end, which has what it just
     * wrote and what this node serves by then.
     */
    public OptionalLong awaitFollowersAndReportSequence(RouteGroup area, int status) {
        // A refusal reads nothing: neither the caller without a key nor a database that is away shall cost a statement.
        var told = area == RouteGroup.EDITORIAL && status < 400 ? currentOrHighestKnown() : metadata.sequence();
        if (status < 400 && BlockingOperationControl.isBlockingAllowed()) {
            metadata.writtenSequence().ifPresent(sequence -> followers.forEach(follower -> follower.await(sequence)));
        }
        told.ifPresent(this::raiseHighestKnown);
        return told;
    }

    /** For answers that are made of nothing: the furthest position that any answer of this node was made from. */
    OptionalLong highestKnown() {
        var sequence = highestKnown.get();
        return sequence < 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    private void raiseHighestKnown(long sequence) {
        highestKnown.accumulateAndGet(sequence, Math::max);
    }

    /** What was done is done, also when the database is away before it could be asked how far the log is. */
    private OptionalLong currentOrHighestKnown() {
        try {
            return current();
        } catch (RuntimeException away) {
            Log.warnf("the position after a write cannot be read: %s", away.getMessage());
            return highestKnown();
        }
    }

    private OptionalLong current() {
        return positions.isResolvable() ? positions.get().latest() : OptionalLong.empty();
    }

    /** Asks again and again, but not for ever; on an event loop, where nobody may wait, just once. */
    record BoundedPoll(Duration interval, Duration timeout, boolean mayWait) {

        boolean waitFor(LongSupplier position, long demanded) {
            for (var left = mayWait ? timeout.dividedBy(interval) : 0; left > 0 && position.getAsLong() < demanded; left--) {
                try {
                    Thread.sleep(interval.toMillis());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return position.getAsLong() >= demanded;
        }
    }
}
