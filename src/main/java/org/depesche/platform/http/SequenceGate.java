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
class SequenceGate {

    private static final Duration STEP = Duration.ofMillis(25);
    /** What no node catches up with while somebody waits: refused at once, so that nobody can hold threads with it. */
    private static final long TOO_FAR = 10_000;

    private final Instance<LogPosition> positions;
    private final Instance<LogFollower> followers;
    private final Provenance provenance;
    private final HttpConfig config;
    private final AtomicLong known = new AtomicLong(-1);

    SequenceGate(Instance<LogPosition> positions, Instance<LogFollower> followers, Provenance provenance, HttpConfig config) {
        this.positions = positions;
        this.followers = followers;
        this.provenance = provenance;
        this.config = config;
    }

    /** Waits a moment for a sequence that is not here yet, then gives up with a 503. */
    void await(long demanded) {
        if (present().orElse(0) < demanded) {
            await(demanded, () -> positions.isResolvable() ? positions.get().seen() : 0);
        }
    }

    void await(long demanded, LongSupplier position) {
        var mayWait = BlockingOperationControl.isBlockingAllowed() && demanded - position.getAsLong() < TOO_FAR;
        var reached = new Patience(STEP, config.minSequenceWait(), mayWait).isMet(position, demanded);
        if (!reached) {
            throw new Problem(ProblemType.UNAVAILABLE, "Sequence " + demanded + " is not here yet.").header("Retry-After", "1");
        }
    }

    void begin(@Observes StartupEvent start) {
        present().ifPresent(this::remember);
    }

    /**
     * A delivery answer names the position it was made from; an editorial one names the log's end, which has what it just
     * wrote and what this node serves by then.
     */
    OptionalLong told(Area area, int status) {
        // A refusal reads nothing: neither the caller without a key nor a database that is away shall cost a statement.
        var told = area == Area.EDITORIAL && status < 400 ? reached() : provenance.sequence();
        if (status < 400 && BlockingOperationControl.isBlockingAllowed()) {
            provenance.written().ifPresent(sequence -> followers.forEach(follower -> follower.await(sequence)));
        }
        told.ifPresent(this::remember);
        return told;
    }

    /** For answers that are made of nothing: the furthest position that any answer of this node was made from. */
    OptionalLong known() {
        var sequence = known.get();
        return sequence < 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    private void remember(long sequence) {
        known.accumulateAndGet(sequence, Math::max);
    }

    /** What was done is done, also when the database is away before it could be asked how far the log is. */
    private OptionalLong reached() {
        try {
            return present();
        } catch (RuntimeException away) {
            Log.warnf("the position after a write cannot be read: %s", away.getMessage());
            return known();
        }
    }

    private OptionalLong present() {
        return positions.isResolvable() ? positions.get().present() : OptionalLong.empty();
    }

    /** Asks again and again, but not for ever; on an event loop, where nobody may wait, just once. */
    record Patience(Duration step, Duration most, boolean mayWait) {

        boolean isMet(LongSupplier position, long demanded) {
            for (var left = mayWait ? most.dividedBy(step) : 0; left > 0 && position.getAsLong() < demanded; left--) {
                try {
                    Thread.sleep(step.toMillis());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return position.getAsLong() >= demanded;
        }
    }
}
