package org.depesche.content.category;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.depesche.content.vocabulary.ChangeKind;
import org.depesche.kernel.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * A category changed.
 *
 * @param changed the members that are different now
 * @param previousSlug where it changed
 * @param parentId where it stands now
 * @param previousParentId where it stood before; not of use for a new one
 */
public record CategoryEvent(ChangeKind kind, UUID id, String slug, UUID siteId, List<String> changed,
        @Nullable String previousSlug, @Nullable UUID parentId, @Nullable UUID previousParentId) {

    /** Stands on every answer that lists categories. */
    public static final String LIST_CACHE_TAG = "categories";

    public CategoryEvent {
        changed = List.copyOf(changed);
    }

    /** Stands on every answer that shows this one. */
    public static String cacheTag(UUID id) {
        return "category:" + Uuid7.compact(id);
    }

    /** The tags of answers that this makes stale. */
    public List<String> cacheTags() {
        return List.of(cacheTag(id), LIST_CACHE_TAG);
    }

    /** Whether articles below it now belong to other ancestors. */
    public boolean isMove() {
        return kind == ChangeKind.UPDATED && !Objects.equals(parentId, previousParentId);
    }
}
