package org.depesche.testkit;

import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

/** Counts what the database is asked while something is done; work of the scheduler meanwhile is not counted. */
@ApplicationScoped
public class Statements {

    private final SessionMeter meter;

    Statements(SessionMeter meter) {
        this.meter = meter;
    }

    /** The least of several times: what reading itself takes. */
    public long ofReading(Runnable work) {
        return IntStream.range(0, 5).mapToLong(time -> during(work)).min().orElseThrow();
    }

    public long during(Runnable work) {
        return meter.measure(work).statements();
    }
}
