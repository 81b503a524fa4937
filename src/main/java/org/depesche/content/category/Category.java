package org.depesche.content.category;

import java.time.Instant;
import java.util.UUID;

import org.depesche.content.machineuse.MachineUse;
import org.jspecify.annotations.Nullable;

/**
 * A section of one site.
 *
 * @param mediaTopic the code of the IPTC Media Topic of its subject
 * @param imageId the id of an image, whose rights may have expired
 * @param machineUse its own policy, without those of its ancestors and of the site
 */
public record Category(UUID id, long serial, UUID siteId, @Nullable UUID parentId, String slug, String name,
        @Nullable String description, @Nullable String mediaTopic, @Nullable UUID imageId, int position, MachineUse machineUse,
        long version,
        Instant createdAt,
        Instant updatedAt) {
}
