package org.depesche.testkit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.logging.Log;

/**
 * A part of a long list of test data. The part changes with the date, so that within some weeks all of the list is used;
 * {@code -Ddepesche.seed=…} repeats the part of a former run.
 */
public final class RotatingSample {

    private static final long SEED = Long.getLong("depesche.seed", LocalDate.now(ZoneOffset.UTC).toEpochDay());

    static {
        Log.infof("Samples of test data begin at seed=%d", SEED);
    }

    private RotatingSample() {
    }

    /**
     * Every n-th entry.
     *
     * @param stride the n; with 1 the sample is the whole list
     * @param turn another number for each use of the same list, so that the uses do not all get the same entries
     */
    public static <T> List<T> of(List<T> all, int stride, int turn) {
        var first = Math.floorMod(SEED + turn, stride);
        return IntStream.iterate(first, index -> index < all.size(), index -> index + stride).mapToObj(all::get).toList();
    }
}
