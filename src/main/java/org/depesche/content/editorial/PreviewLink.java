package org.depesche.content.editorial;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A preview link as it is kept: its token is not. */
record PreviewLink(UUID id, UUID article, Instant createdAt, String createdBy, Instant expiresAt, @Nullable Instant revokedAt) {
}
