package org.depesche.platform.http.fastpath;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts requests that the fast path answered, and those that it took and left to the framework. */
@Singleton
class FastPathMetrics {

    private final Counter answered;
    private final Counter declined;

    FastPathMetrics(MeterRegistry registry) {
        this.answered = counter(registry, "answered");
        this.declined = counter(registry, "declined");
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder("depesche.fast.path").description("Requests that the fast path took").tag("result", result)
                .register(registry);
    }

    void countAnswered() {
        answered.increment();
    }

    void countDeclined() {
        declined.increment();
    }
}
