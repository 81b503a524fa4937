package org.depesche.platform.idempotency;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.runtime.StartupEvent;

/** Deletes expired responses in small batches, so that no lock is held long. Every node does it. */
@ApplicationScoped
class IdempotencyCleanup {

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Worker.Pace PACE = new Worker.Pace(Duration.ofMinutes(2), INTERVAL);

    private final IdempotencyRepository rows;
    private final IdempotencyConfig config;
    private final Clock clock;

    IdempotencyCleanup(IdempotencyRepository rows, IdempotencyConfig config, Clock clock) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Workers workers) {
        workers.repeat("idempotency-cleanup", PACE, INTERVAL, this::clean);
    }

    void clean() {
        for (var i = 0; i < config.cleanupMaxBatches(); i++) {
            if (rows.deleteExpired(clock.instant(), config.cleanupBatchSize()) < config.cleanupBatchSize()) {
                return;
            }
        }
    }
}
