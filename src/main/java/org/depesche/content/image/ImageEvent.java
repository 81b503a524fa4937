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

    /** What has changed when its rights are over, or articles were moved because they are, or no longer are. */
    private static final String EXPIRED = "expired";
    /** They may end at another time now. */
    private static final String RIGHTS = "rights";

    public ImageEvent {
        changed = List.copyOf(changed);
    }

    /** The rights of an image have expired, or were extended after that, and lists with and without a lead image follow. */
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
