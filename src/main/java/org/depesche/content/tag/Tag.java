package org.depesche.content.tag;

import java.time.Instant;
import java.util.UUID;

/** What an article is about. */
public record Tag(UUID id, String slug, String name, TagType type, long version, Instant updatedAt) {
}
