package org.depesche.content.tag;

import java.util.List;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.TaxonomyChange;
import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

/**
 * A tag changed; {@code previousSlug} where that did. One that the public does not know has no {@code slug}; a merged
 * one has its {@code target}.
 */
public record TagEvent(ChangeKind kind, UUID id, @Nullable String slug, List<String> changed, @Nullable String previousSlug,
        @Nullable UUID target) {

    public TagEvent {
        changed = List.copyOf(changed);
    }

    /** The tags of answers that this makes stale. */
    public List<CacheTag> cacheTags() {
        return target == null ? List.of(CacheTag.tag(id), CacheTag.TAGS)
                : List.of(CacheTag.tag(id), CacheTag.tag(target), CacheTag.TAGS);
    }

    static TagEvent of(TaxonomyChange change) {
        return new TagEvent(change.kind(), change.id(), change.slug(), change.changed(), change.previousSlug(),
                change.target());
    }

    /** All articles of what was merged into it count here now. */
    public static TagEvent articleCountChanged(UUID id, @Nullable String slug) {
        return new TagEvent(ChangeKind.UPDATED, id, slug, List.of("articleCount"), null, null);
    }

    static TagEvent created(UUID id, String slug) {
        return new TagEvent(ChangeKind.CREATED, id, slug, List.of(), null, null);
    }
}
