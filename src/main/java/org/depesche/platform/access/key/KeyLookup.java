package org.depesche.platform.access.key;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Role;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * Finds a valid key. The look-up is one statement on a unique index, without a cache, so that a revoked key is invalid
 * on every node immediately. The hash is looked up and not compared here, so that response times disclose nothing about
 * other keys.
 */
@ApplicationScoped
class KeyLookup {

    private final Jdbi jdbi;
    private final Clock clock;

    KeyLookup(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Optional<StoredKey> findValid(byte[] sent) {
        if (!PlaintextKey.hasValidLength(sent)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return byHash(PlaintextKey.hashOf(sent)).filter(key -> key.isValid(now));
    }

    private Optional<StoredKey> byHash(byte[] hash) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select id, name, role, expires_at, revoked_at from api_key where hash = :hash")
                .bind("hash", hash)
                .map(KeyLookup::read)
                .findOne());
    }

    private static StoredKey read(RowView row) {
        return new StoredKey(row.getColumn("id", UUID.class), row.getColumn("name", String.class),
                Role.valueOf(row.getColumn("role", String.class)), row.getColumn("expires_at", Instant.class),
                row.getColumn("revoked_at", Instant.class));
    }

    /** The columns of a key that authentication needs. */
    record StoredKey(UUID id, String name, Role role, @Nullable Instant expiresAt, @Nullable Instant revokedAt) {

        boolean isValid(Instant now) {
            return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
        }
    }
}
