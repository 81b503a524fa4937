package org.depesche.content.author;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.TaxonomyChange;
import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

/**
 * An author was created, changed, merged or deleted.
 *
 * @param slug the current slug, or the target's slug after a merge; absent in a change of an author without public articles
 * @param changed the names of the changed members
 * @param previousSlug the slug before a public rename or merge
 * @param target the author into which this one was merged
 */
public record AuthorEvent(ChangeKind kind, UUID id, @Nullable String slug, List<String> changed,
        @Nullable String previousSlug,
        @Nullable UUID target) {

    /** The members that articles do not show. */
    private static final Set<String> PROFILE = Set.of("description", "image", "role", "email", "links");

    public AuthorEvent {
        changed = List.copyOf(changed);
    }

    /**
     * Returns the cache tags of responses that this event invalidates. Articles and their lists show no profile, so that a
     * change of the profile alone does not invalidate them.
     */
    public List<CacheTag> cacheTags() {
        if (isOfProfile()) {
            return List.of(CacheTag.AUTHORS);
        }
        return target == null ? List.of(CacheTag.author(id), CacheTag.AUTHORS, CacheTag.listOfAuthor(id))
                : List.of(CacheTag.author(id), CacheTag.author(target), CacheTag.AUTHORS, CacheTag.listOfAuthor(id),
                        CacheTag.listOfAuthor(target));
    }

    private boolean isOfProfile() {
        return kind == ChangeKind.UPDATED && PROFILE.containsAll(changed);
    }

    static AuthorEvent of(TaxonomyChange change) {
        return new AuthorEvent(change.kind(), change.id(), change.slug(), change.changed(), change.previousSlug(),
                change.target());
    }

    /** Returns the event that follows a merge: all articles of the merged author now count for this one. */
    public static AuthorEvent articleCountChanged(UUID id, @Nullable String slug) {
        return new AuthorEvent(ChangeKind.UPDATED, id, slug, List.of("articleCount"), null, null);
    }

    static AuthorEvent created(UUID id, String slug) {
        return new AuthorEvent(ChangeKind.CREATED, id, slug, List.of(), null, null);
    }
}
