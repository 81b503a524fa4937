package org.depesche.content.image;

import java.util.List;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.kernel.Uuid7;

/** An image, or what is known of it, changed. */
public record ImageEvent(ChangeKind kind, UUID id, List<String> changed) {

    /** Stands on every answer that lists images. */
    public static final String LIST_CACHE_TAG = "images";

    public ImageEvent {
        changed = List.copyOf(changed);
    }

    /** Stands on every answer that shows this one. */
    public static String cacheTag(UUID id) {
        return "image:" + Uuid7.compact(id);
    }

    /** The tags of answers that this makes stale. */
    public List<String> cacheTags() {
        return List.of(cacheTag(id), LIST_CACHE_TAG);
    }
}
