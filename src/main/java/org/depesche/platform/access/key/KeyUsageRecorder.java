package org.depesche.platform.access.key;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jdbi.v3.core.Jdbi;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Records when each key was last used. Requests note it in memory, and it is written once a minute. The map has at most
 * one entry for each valid key.
 */
@ApplicationScoped
class KeyUsageRecorder {

    private final Map<UUID, Instant> pending = new ConcurrentHashMap<>();
    private final Jdbi jdbi;
    private final Clock clock;

    KeyUsageRecorder(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void recordUse(UUID key) {
        pending.put(key, clock.instant());
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void flush() {
        // one statement for each key, without a transaction: a key whose update fails is updated after its next use
        Map.copyOf(pending).forEach((key, at) -> {
            pending.remove(key, at);
            jdbi.useHandle(handle -> handle
                    .createUpdate(
                            "update api_key set last_used_at = :at where id = :id and (last_used_at is null or last_used_at < :at)")
                    .bind("at", at).bind("id", key).execute());
        });
    }

    void stop(@Observes ShutdownEvent event) {
        flush();
    }
}
