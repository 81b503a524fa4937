package org.depesche.content.category;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.depesche.content.vocabulary.ChangeKind;
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

    public CategoryEvent {
        changed = List.copyOf(changed);
    }

    /** Whether articles below it now belong to other ancestors. */
    public boolean isMove() {
        return kind == ChangeKind.UPDATED && !Objects.equals(parentId, previousParentId);
    }
}
