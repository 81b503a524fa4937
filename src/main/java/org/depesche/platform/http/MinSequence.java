package org.depesche.platform.http;

import java.util.function.LongSupplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** How fresh the present request wants its answer, for rooms whose data follows the log at a distance of its own. */
@RequestScoped
public class MinSequence {

    private final ReadYourWrites readYourWrites;
    private long minimum;

    @Inject
    MinSequence(ReadYourWrites gate) {
        this.readYourWrites = gate;
    }

    void set(long sequence) {
        minimum = sequence;
    }

    /** Whether an answer from there is fresh enough. */
    public boolean isReachedBy(long position) {
        return position >= minimum;
    }

    /** Waits a moment until that much is reached, then gives up with a 503. */
    public void await(LongSupplier reached) {
        if (minimum > 0) {
            readYourWrites.await(minimum, reached);
        }
    }
}
