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

/** Delays a request until this node has the demanded data, and reports the sequence that a response reflects. */
@ApplicationScoped
public class ReadYourWrites {

    /** The response header with the change log position of the data, or of the write. */
    public static final String HEADER = "Depesche-Sequence";
    /** The pause between two checks of the position of this node. */
    public static final Duration POLL_INTERVAL = Duration.ofMillis(25);
    /**
     * No node catches up this far while a client waits. This distance and larger ones are refused at once, so that no client
     * can occupy threads with them.
     */
    public static final long MAX_DISTANCE = 10_000;

    private final Instance<ChangeLogPositionTracker> positions;
    private final Instance<ChangeLogFollower> followers;
    private final ResponseMetadata metadata;
    private final HttpConfig config;
    private final AtomicLong highestKnown = new AtomicLong(-1);

    ReadYourWrites(Instance<ChangeLogPositionTracker> positions, Instance<ChangeLogFollower> followers,
            ResponseMetadata metadata,
            HttpConfig config) {
        this.positions = positions;
        this.followers = followers;
        this.metadata = metadata;
        this.config = config;
    }

    /** Waits for a sequence that this node has not reached. Throws a 503 problem after the configured time. */
    void await(long sequence) {
        if (current().orElse(0) < sequence) {
            await(sequence, () -> positions.isResolvable() ? positions.get().lastFollowed() : 0);
        }
    }

    void await(long sequence, LongSupplier position) {
        var mayWait = BlockingOperationControl.isBlockingAllowed() && sequence - position.getAsLong() < MAX_DISTANCE;
        var reached = new BoundedPoll(POLL_INTERVAL, config.minSequenceWait(), mayWait).waitFor(position, sequence);
        if (!reached) {
            throw new Problem(ProblemType.UNAVAILABLE, "Sequence " + sequence + " is not here yet.").header("Retry-After", "1");
        }
    }

    void readCurrentAtStart(@Observes StartupEvent start) {
        current().ifPresent(this::raiseHighestKnown);
    }

    /**
     * Waits for the followers after a write, and returns the sequence for the response header. A delivery response
     * reports the position of its data. An editorial response reports the end of the log, which includes its own write.
     */
    public OptionalLong awaitFollowersAndReportSequence(RouteGroup area, int status) {
        // An error response must cost no statement: the client may lack a key, or the database may be unreachable.
        var reported = area == RouteGroup.EDITORIAL && status < 400 ? currentOrHighestKnown() : metadata.sequence();
        if (status < 400 && BlockingOperationControl.isBlockingAllowed()) {
            metadata.writtenSequence().ifPresent(sequence -> followers.forEach(follower -> follower.await(sequence)));
        }
        reported.ifPresent(this::raiseHighestKnown);
        return reported;
    }

    /** Returns the highest sequence of all responses of this node, for responses that read no data. */
    OptionalLong highestKnown() {
        var sequence = highestKnown.get();
        return sequence < 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    private void raiseHighestKnown(long sequence) {
        highestKnown.accumulateAndGet(sequence, Math::max);
    }

    /** Returns the current position. A write has succeeded even if the database becomes unreachable before this query. */
    private OptionalLong currentOrHighestKnown() {
        try {
            return current();
        } catch (RuntimeException failure) {
            Log.warnf("the position after a write cannot be read: %s", failure.getMessage());
            return highestKnown();
        }
    }

    private OptionalLong current() {
        return positions.isResolvable() ? positions.get().latest() : OptionalLong.empty();
    }

    /** Polls until a deadline. On an event loop, which must not block, it checks once. */
    record BoundedPoll(Duration interval, Duration timeout, boolean mayWait) {

        boolean waitFor(LongSupplier position, long sequence) {
            for (var left = mayWait ? timeout.dividedBy(interval) : 0; left > 0 && position.getAsLong() < sequence; left--) {
                try {
                    Thread.sleep(interval.toMillis());
                } catch (InterruptedException interruption) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return position.getAsLong() >= sequence;
        }
    }
}
