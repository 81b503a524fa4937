package org.depesche.testkit;

import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

/** Counts what the database is asked while something is done; work of the scheduler meanwhile is not counted. */
@ApplicationScoped
public class StatementCounter {

    private final DatabaseCostMeter meter;

    StatementCounter(DatabaseCostMeter meter) {
        this.meter = meter;
    }

    /** The least of several times: what reading itself takes. */
    public long minimum(Runnable work) {
        return IntStream.range(0, 5).mapToLong(time -> count(work)).min().orElseThrow();
    }

    public long count(Runnable work) {
        return meter.measure(work).statements();
    }
}
