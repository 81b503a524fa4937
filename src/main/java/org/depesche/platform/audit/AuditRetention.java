package org.depesche.platform.audit;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.runtime.StartupEvent;

/** Deletes audit entries after their retention. One node does it, in small batches, so that no lock is held long. */
@ApplicationScoped
class AuditRetention {

    static final String LEASE = "audit";

    /** Longer than a batch takes: the lease is renewed before each batch. */
    private static final Duration LEASE_DURATION = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Worker.Pace PACE = new Worker.Pace(Duration.ofMinutes(5), INTERVAL);

    private final AuditRepository entries;
    private final Leases leases;
    private final AuditConfig config;
    private final Clock clock;

    AuditRetention(AuditRepository entries, Leases leases, AuditConfig config, Clock clock) {
        this.entries = entries;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Workers workers) {
        workers.repeat("audit-retention", PACE, INTERVAL, this::clean);
    }

    void clean() {
        var batch = config.cleanupBatchSize();
        for (var i = 0; i < config.cleanupMaxBatches() && leases.acquire(LEASE, LEASE_DURATION); i++) {
            if (entries.deleteBefore(clock.instant().minus(config.retention()), batch) < batch) {
                break;
            }
        }
        leases.release(LEASE);
    }
}
