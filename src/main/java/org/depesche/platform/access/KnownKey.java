package org.depesche.platform.access;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What authentication needs to know of a key. */
record KnownKey(UUID id, String name, Role role, @Nullable Instant expiresAt, @Nullable Instant revokedAt) {

    boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }
}
