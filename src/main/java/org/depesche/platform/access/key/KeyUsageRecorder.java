package org.depesche.platform.access.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Records when each key was last used: in memory on each request, in the database once a minute. The memory holds at most one
 * entry for each valid key.
 */
@ApplicationScoped
public class KeyUsageRecorder {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Map<UUID, Instant> pending = new ConcurrentHashMap<>();
    private final ApiKeyRepository keys;
    private final Clock clock;

    KeyUsageRecorder(ApiKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Records that a key is used now. Does not use the database. */
    public void recordUse(UUID key) {
        pending.put(key, clock.instant());
    }

    void start(@Observes StartupEvent event, Workers workers) {
        workers.repeat("key-usage", new Worker.Pace(INTERVAL, INTERVAL), INTERVAL, this::flush);
    }

    void flush() {
        // One statement for each key, without a transaction: a key whose statement fails is written after its next use.
        Map.copyOf(pending).forEach((key, at) -> {
            pending.remove(key, at);
            keys.recordUse(key, at);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        flush();
    }
}
