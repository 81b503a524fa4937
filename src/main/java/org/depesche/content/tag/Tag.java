package org.depesche.content.tag;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A subject of articles.
 *
 * @param imageId of an image, which may have expired
 */
public record Tag(UUID id, long serial, String slug, String name, TagType type, @Nullable String description,
        @Nullable UUID imageId, long version, Instant updatedAt) {
}
