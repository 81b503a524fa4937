package org.depesche.content.author;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The author of articles. */
public record Author(UUID id, long serial, String slug, String name, @Nullable String initials, long version,
        Instant updatedAt) {
}
