package org.depesche.platform.audit;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.lease.Leases;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.scheduler.Scheduled;

/**
 * Deletes entries that are older than the retention. One node deletes them in small batches, so that no lock is held
 * for long.
 */
@ApplicationScoped
class AuditRetention {

    static final String LEASE = "audit";

    /** Longer than any batch takes. The lease is renewed before each batch. */
    private static final Duration LEASE_DURATION = Duration.ofMinutes(5);

    private final Jdbi jdbi;
    private final Leases leases;
    private final AuditConfig config;
    private final Clock clock;

    AuditRetention(Jdbi jdbi, Leases leases, AuditConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clean() {
        for (var i = 0; i < config.cleanupMaxBatches() && leases.acquire(LEASE, LEASE_DURATION); i++) {
            if (deleteBatch() < config.cleanupBatchSize()) {
                break;
            }
        }
        leases.release(LEASE);
    }

    private int deleteBatch() {
        return jdbi.withHandle(handle -> handle
                .createUpdate("delete from audit where at < :end order by at, id limit :batch")
                .bind("end", clock.instant().minus(config.retention())).bind("batch", config.cleanupBatchSize()).execute());
    }
}
