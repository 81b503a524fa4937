package org.depesche.content.category;

import java.time.Instant;
import java.util.UUID;

import org.depesche.content.machineuse.MachineUse;
import org.jspecify.annotations.Nullable;

/**
 * A section of one site.
 *
 * @param mediaTopic the code of the Media Topic that it stands for
 * @param imageId of an image, which may have expired
 * @param machineUse what it says itself, without the categories above it and the site
 */
public record Category(UUID id, long serial, UUID siteId, @Nullable UUID parentId, String slug, String name,
        @Nullable String description, @Nullable String mediaTopic, @Nullable UUID imageId, int position, MachineUse machineUse,
        long version,
        Instant createdAt,
        Instant updatedAt) {
}
