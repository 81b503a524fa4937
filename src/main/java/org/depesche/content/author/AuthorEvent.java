package org.depesche.content.author;

import java.util.List;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.TaxonomyChange;
import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

/**
 * An author changed; {@code previousSlug} where that did. One that the public does not know has no {@code slug}; a merged
 * one has its {@code target}.
 */
public record AuthorEvent(ChangeKind kind, UUID id, @Nullable String slug, List<String> changed,
        @Nullable String previousSlug,
        @Nullable UUID target) {

    public AuthorEvent {
        changed = List.copyOf(changed);
    }

    /** The tags of answers that this makes stale. */
    public List<CacheTag> cacheTags() {
        return target == null ? List.of(CacheTag.author(id), CacheTag.AUTHORS)
                : List.of(CacheTag.author(id), CacheTag.author(target), CacheTag.AUTHORS);
    }

    static AuthorEvent of(TaxonomyChange change) {
        return new AuthorEvent(change.kind(), change.id(), change.slug(), change.changed(), change.previousSlug(),
                change.target());
    }

    /** All articles of what was merged into it count here now. */
    public static AuthorEvent articleCountChanged(UUID id, @Nullable String slug) {
        return new AuthorEvent(ChangeKind.UPDATED, id, slug, List.of("articleCount"), null, null);
    }

    static AuthorEvent created(UUID id, String slug) {
        return new AuthorEvent(ChangeKind.CREATED, id, slug, List.of(), null, null);
    }
}
