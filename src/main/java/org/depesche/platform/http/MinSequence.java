package org.depesche.platform.http;

import java.util.function.LongSupplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * The minimum sequence that the current request demands, for packages whose data follows the change log with a delay of
 * its own.
 */
@RequestScoped
public class MinSequence {

    private final ReadYourWrites readYourWrites;
    private long minimum;

    @Inject
    MinSequence(ReadYourWrites readYourWrites) {
        this.readYourWrites = readYourWrites;
    }

    void set(long sequence) {
        minimum = sequence;
    }

    /** Returns whether data of this position satisfies the request. */
    public boolean isReachedBy(long sequence) {
        return sequence >= minimum;
    }

    /** Waits until the position is reached. Throws a 503 problem after {@code depesche.http.min-sequence-wait}. */
    public void await(LongSupplier position) {
        if (minimum > 0) {
            readYourWrites.await(minimum, position);
        }
    }
}
