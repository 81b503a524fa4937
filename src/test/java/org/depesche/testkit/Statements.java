package org.depesche.testkit;

import jakarta.enterprise.context.ApplicationScoped;

/** Counts what the database is asked while something is done; work of the scheduler meanwhile is not counted. */
@ApplicationScoped
public class Statements {

    private final SessionMeter meter;

    Statements(SessionMeter meter) {
        this.meter = meter;
    }

    public long during(Runnable work) {
        return meter.measure(work).statements();
    }
}
