package org.depesche.platform.idempotency;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

import io.quarkus.scheduler.Scheduled;

/** Deletes expired responses in small batches, so that no lock is held for long. Every node may do so. */
@ApplicationScoped
class IdempotencyCleanup {

    private final Jdbi jdbi;
    private final IdempotencyConfig config;
    private final Clock clock;

    IdempotencyCleanup(Jdbi jdbi, IdempotencyConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clean() {
        for (var i = 0; i < config.cleanupMaxBatches(); i++) {
            if (deleteBatch() < config.cleanupBatchSize()) {
                return;
            }
        }
    }

    private int deleteBatch() {
        return jdbi.withHandle(handle -> handle
                .createUpdate("delete from idempotency where expires_at <= :now order by expires_at limit :batch")
                .bind("now", clock.instant()).bind("batch", config.cleanupBatchSize()).execute());
    }
}
