package org.depesche.platform.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/**
 * Finds the valid key behind what a caller sent. One statement by a unique index and no cache: a revoked key is revoked
 * on every node at once. A hash is looked up, never compared here, so time tells nothing about other keys.
 */
@ApplicationScoped
class KnownKeys {

    private final Jdbi jdbi;
    private final Clock clock;

    KnownKeys(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Optional<KnownKey> valid(byte[] sent) {
        if (!KeyText.isPossible(sent)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return byHash(KeyText.hashOf(sent)).filter(key -> key.isValid(now));
    }

    private Optional<KnownKey> byHash(byte[] hash) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select id, name, role, expires_at, revoked_at from api_key where hash = :hash")
                .bind("hash", hash)
                .map(KnownKeys::read)
                .findOne());
    }

    private static KnownKey read(RowView row) {
        return new KnownKey(row.getColumn("id", UUID.class), row.getColumn("name", String.class),
                Role.valueOf(row.getColumn("role", String.class)), row.getColumn("expires_at", Instant.class),
                row.getColumn("revoked_at", Instant.class));
    }
}
