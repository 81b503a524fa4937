package org.depesche.content.tag;

import java.time.Instant;
import java.util.UUID;

import org.depesche.content.taxonomy.published.PublicTaxonomyEntry;
import org.jspecify.annotations.Nullable;

/**
 * A subject of articles.
 *
 * @param mediaTopic the code of the IPTC Media Topic of its subject
 * @param imageId the id of an image, whose rights may have expired
 */
public record Tag(UUID id, long serial, String slug, String name, TagType type, @Nullable String mediaTopic,
        @Nullable String description, @Nullable UUID imageId, long version, Instant updatedAt) implements PublicTaxonomyEntry {
}
