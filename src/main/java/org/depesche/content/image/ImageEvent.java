package org.depesche.content.image;

import java.util.List;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.kernel.Uuid7;

/**
 * An image was created, changed or deleted.
 *
 * @param changed the names of the changed members
 */
public record ImageEvent(ChangeKind kind, UUID id, List<String> changed) {

    /** The cache tag of responses that list images. */
    public static final String LIST_CACHE_TAG = "images";

    public ImageEvent {
        changed = List.copyOf(changed);
    }

    /** Returns the cache tag of responses that contain this image. */
    public static String cacheTag(UUID id) {
        return "image:" + Uuid7.compact(id);
    }

    /** Returns the cache tags of responses that this event invalidates. */
    public List<String> cacheTags() {
        return List.of(cacheTag(id), LIST_CACHE_TAG);
    }
}
