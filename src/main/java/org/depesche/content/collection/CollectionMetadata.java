package org.depesche.content.collection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.depesche.content.image.ImageOverrides;
import org.depesche.kernel.CollectionType;
import org.depesche.platform.http.response.VersionETag;
import org.jspecify.annotations.Nullable;

/** A collection without its articles. */
public record CollectionMetadata(UUID id, UUID siteId, String slug, String name, CollectionType type,
        @Nullable String description,
        @Nullable CollectionImage image, long version, Instant createdAt, Instant updatedAt) {

    /** Returns the ETag of this version. */
    public VersionETag etag() {
        return VersionETag.of(id, version);
    }

    /** Returns the next version of the collection. */
    public CollectionMetadata withChanges(CollectionMetadata changes, Instant at) {
        return new CollectionMetadata(id, siteId, changes.slug, changes.name, changes.type, changes.description, changes.image,
                version + 1,
                createdAt, at);
    }

    /** Returns the names of the members that differ. */
    public List<String> differences(CollectionMetadata other) {
        var changed = new ArrayList<String>();
        addIfDifferent(changed, "slug", slug, other.slug);
        addIfDifferent(changed, "name", name, other.name);
        addIfDifferent(changed, "type", type, other.type);
        addIfDifferent(changed, "description", description, other.description);
        addIfDifferent(changed, "image", image, other.image);
        return changed;
    }

    private static void addIfDifferent(List<String> changed, String member, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(member);
        }
    }

    /** The image of a collection. The overrides apply to this use only. */
    public record CollectionImage(UUID id, ImageOverrides words) {
    }
}
