package org.depesche.content.collection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.depesche.content.image.ImageOverrides;
import org.depesche.platform.http.response.VersionETag;
import org.jspecify.annotations.Nullable;

/** A collection without its articles. */
public record CollectionMetadata(UUID id, UUID siteId, String slug, String name, CollectionType type,
        @Nullable String description,
        @Nullable CollectionImage image, long version, Instant createdAt, Instant updatedAt) {

    public VersionETag etag() {
        return VersionETag.of(id, version);
    }

    public CollectionMetadata withChanges(CollectionMetadata says, Instant at) {
        return new CollectionMetadata(id, siteId, says.slug, says.name, says.type, says.description, says.image, version + 1,
                createdAt, at);
    }

    /** Names of the members that differ. */
    public List<String> differences(CollectionMetadata other) {
        var changed = new ArrayList<String>();
        note(changed, "slug", slug, other.slug);
        note(changed, "name", name, other.name);
        note(changed, "type", type, other.type);
        note(changed, "description", description, other.description);
        note(changed, "image", image, other.image);
        return changed;
    }

    private static void note(List<String> changed, String member, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            changed.add(member);
        }
    }

    /** The picture of a collection; the words hold for this place alone. */
    public record CollectionImage(UUID id, ImageOverrides words) {
    }
}
