package org.depesche.content.image;

import java.util.List;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.platform.http.CacheTag;

/**
 * An image was created, changed or deleted.
 *
 * @param changed the names of the changed members
 */
public record ImageEvent(ChangeKind kind, UUID id, List<String> changed) {

    public ImageEvent {
        changed = List.copyOf(changed);
    }

    /** Returns the cache tags of responses that this event invalidates. */
    public List<CacheTag> cacheTags() {
        return List.of(CacheTag.image(id), CacheTag.IMAGES);
    }
}
