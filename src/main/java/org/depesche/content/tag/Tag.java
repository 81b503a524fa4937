package org.depesche.content.tag;

import java.time.Instant;
import java.util.UUID;

/** A subject of articles. */
public record Tag(UUID id, long serial, String slug, String name, TagType type, long version, Instant updatedAt) {
}
