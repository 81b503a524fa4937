package org.depesche.platform.http;

import java.util.function.LongSupplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** How fresh the present request wants its answer, for rooms whose data follows the log at a distance of its own. */
@RequestScoped
public class DemandedSequence {

    private final SequenceGate gate;
    private long demanded;

    @Inject
    DemandedSequence(SequenceGate gate) {
        this.gate = gate;
    }

    void set(long sequence) {
        demanded = sequence;
    }

    /** Whether an answer from there is fresh enough. */
    public boolean isReached(long position) {
        return position >= demanded;
    }

    /** Waits a moment until that much is reached, then gives up with a 503. */
    public void await(LongSupplier reached) {
        if (demanded > 0) {
            gate.await(demanded, reached);
        }
    }
}
