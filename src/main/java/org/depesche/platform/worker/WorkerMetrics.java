package org.depesche.platform.worker;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

/** Counts the runs and failures of one worker and stores how long the last run took. */
final class WorkerMetrics {

    private final String worker;
    private final MeterRegistry registry;
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong lastNanos = new AtomicLong();

    WorkerMetrics(String worker, MeterRegistry registry) {
        this.worker = worker;
        this.registry = registry;
    }

    void register() {
        FunctionCounter.builder("depesche.worker.runs", runs, AtomicLong::get).tag("worker", worker).register(registry);
        FunctionCounter.builder("depesche.worker.failures", failures, AtomicLong::get).tag("worker", worker)
                .register(registry);
        TimeGauge.builder("depesche.worker.last.duration", lastNanos, TimeUnit.NANOSECONDS, AtomicLong::get)
                .tag("worker", worker).register(registry);
    }

    void record(Duration duration, boolean isFailure) {
        runs.incrementAndGet();
        if (isFailure) {
            failures.incrementAndGet();
        }
        lastNanos.set(duration.toNanos());
    }
}
