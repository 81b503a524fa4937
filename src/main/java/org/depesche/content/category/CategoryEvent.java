package org.depesche.content.category;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

/**
 * A category was created, changed, merged or deleted.
 *
 * @param changed the names of the changed members
 * @param previousSlug the slug before a rename or a merge
 * @param parentId the current parent
 * @param previousParentId the parent before the change; meaningless for a new category
 * @param target the category into which this one was merged
 * @param lists the categories whose lists of articles change
 */
public record CategoryEvent(ChangeKind kind, UUID id, String slug, UUID siteId, List<String> changed,
        @Nullable String previousSlug, @Nullable UUID parentId, @Nullable UUID previousParentId, @Nullable UUID target,
        Set<UUID> lists) {

    /** The members that only categories and trees of categories show. */
    private static final Set<String> PROFILE = Set.of("description", "image", "position");

    public CategoryEvent {
        changed = List.copyOf(changed);
        lists = Set.copyOf(lists);
    }

    /** Returns the cache tags of responses that this event invalidates, besides those of lists of articles. */
    public List<CacheTag> cacheTags() {
        if (isOfProfile()) {
            return List.of(CacheTag.CATEGORIES);
        }
        return target == null ? List.of(CacheTag.category(id), CacheTag.CATEGORIES)
                : List.of(CacheTag.category(id), CacheTag.category(target), CacheTag.CATEGORIES);
    }

    /**
     * Returns the event that follows a merge: all articles of the merged category now count for this one and its
     * ancestors.
     */
    public static CategoryEvent articleCountChanged(Category category, Set<UUID> lists) {
        return new CategoryEvent(ChangeKind.UPDATED, category.id(), category.slug(), category.siteId(), List.of("articleCount"),
                null, category.parentId(), category.parentId(), null, lists);
    }

    CategoryEvent withLists(Set<UUID> newLists) {
        return new CategoryEvent(kind, id, slug, siteId, changed, previousSlug, parentId, previousParentId, target, newLists);
    }

    /** Returns whether no article, and no list of articles, shows what has changed. */
    public boolean isOfProfile() {
        return kind == ChangeKind.UPDATED && PROFILE.containsAll(changed);
    }

    /** Returns whether articles of this category now belong to other ancestors. */
    public boolean isMove() {
        return kind == ChangeKind.UPDATED && !Objects.equals(parentId, previousParentId);
    }
}
