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
 * When each key was last used: noted in memory by each request, written once a minute. Holds no more than one entry a valid
 * key.
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
        // One statement a key, in no transaction of its own: a key that fails is tried again with its next use.
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
