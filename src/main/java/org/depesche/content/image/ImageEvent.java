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

    /** The name in {@link #changed} for an expiry, its withdrawal, and each step that moves articles because of one. */
    private static final String EXPIRED = "expired";
    /** The member of an image that holds the time of its expiry. */
    private static final String RIGHTS = "rights";

    public ImageEvent {
        changed = List.copyOf(changed);
    }

    /** Returns the event of an image whose rights have expired, or were extended after that. It changes lists as well. */
    public static ImageEvent ofExpiry(UUID id) {
        return new ImageEvent(ChangeKind.UPDATED, id, List.of(EXPIRED));
    }

    private boolean isOfExpiry() {
        return changed.contains(EXPIRED);
    }

    /** Returns the cache tags of responses that this event invalidates. */
    public List<CacheTag> cacheTags() {
        return isOfExpiry() || changed.contains(RIGHTS)
                ? List.of(CacheTag.image(id), CacheTag.IMAGES, CacheTag.LIST_BY_LEAD_IMAGE)
                : List.of(CacheTag.image(id), CacheTag.IMAGES);
    }
}
