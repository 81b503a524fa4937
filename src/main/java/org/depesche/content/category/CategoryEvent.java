package org.depesche.content.category;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

/**
 * A category changed.
 *
 * @param changed the members that are different now
 * @param previousSlug where it changed
 * @param parentId where it stands now
 * @param previousParentId where it stood before; not of use for a new one
 * @param target what it was merged into
 * @param lists the categories whose lists of articles this changes
 */
public record CategoryEvent(ChangeKind kind, UUID id, String slug, UUID siteId, List<String> changed,
        @Nullable String previousSlug, @Nullable UUID parentId, @Nullable UUID previousParentId, @Nullable UUID target,
        Set<UUID> lists) {

    public CategoryEvent {
        changed = List.copyOf(changed);
        lists = Set.copyOf(lists);
    }

    /** The tags of answers that this makes stale. */
    public List<CacheTag> cacheTags() {
        return target == null ? List.of(CacheTag.category(id), CacheTag.CATEGORIES)
                : List.of(CacheTag.category(id), CacheTag.category(target), CacheTag.CATEGORIES);
    }

    /** All articles of what was merged into it count here, and above it, now. */
    public static CategoryEvent articleCountChanged(Category category, Set<UUID> lists) {
        return new CategoryEvent(ChangeKind.UPDATED, category.id(), category.slug(), category.siteId(), List.of("articleCount"),
                null, category.parentId(), category.parentId(), null, lists);
    }

    CategoryEvent withLists(Set<UUID> listsOf) {
        return new CategoryEvent(kind, id, slug, siteId, changed, previousSlug, parentId, previousParentId, target, listsOf);
    }

    /** Whether articles below it now belong to other ancestors. */
    public boolean isMove() {
        return kind == ChangeKind.UPDATED && !Objects.equals(parentId, previousParentId);
    }
}
