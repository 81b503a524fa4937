package org.depesche.platform.access.key;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Entitlement;
import org.depesche.platform.access.Role;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * Finds the valid key with the text that a caller sent. There is no cache, so a revoked key is refused by every node at once.
 * The database looks the hash up in a unique index; no code compares secrets, so response times reveal nothing about keys.
 */
@ApplicationScoped
public class KeyLookup {

    private final ApiKeyRepository keys;
    private final Clock clock;

    KeyLookup(ApiKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns the key with this text, unless it is expired or revoked. */
    public Optional<StoredKey> findValid(byte[] sent) {
        if (!PlaintextKey.hasValidLength(sent)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return keys.credentials(PlaintextKey.hashOf(sent)).filter(key -> key.isValid(now));
    }

    /** The part of a key that authentication needs. */
    public record StoredKey(UUID id, String name, Role role, Set<Entitlement> entitlements, @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {

        static StoredKey read(RowView row) {
            return new StoredKey(row.getColumn("id", UUID.class), row.getColumn("name", String.class),
                    Role.valueOf(row.getColumn("role", String.class)),
                    EntitlementsConverter.parse(row.getColumn("entitlements", String.class)),
                    row.getColumn("expires_at", Instant.class),
                    row.getColumn("revoked_at", Instant.class));
        }

        boolean isValid(Instant now) {
            return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
        }
    }
}
