package org.depesche.content.collection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.projection.CacheTags;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.kernel.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * A collection changed.
 *
 * @param changed the members that are different now
 * @param previousSlug where it changed
 * @param articles public ones that show it otherwise now, or show it no more
 */
public record CollectionEvent(ChangeKind kind, UUID id, String slug, UUID siteId, Instant at, List<String> changed,
        @Nullable String previousSlug, Set<UUID> articles) {

    /** Stands on every answer that lists collections. */
    public static final String LIST_CACHE_TAG = CacheTags.COLLECTIONS;

    public CollectionEvent {
        changed = List.copyOf(changed);
        articles = Set.copyOf(articles);
    }

    /** Stands on every answer that shows this one. */
    public static String cacheTag(UUID id) {
        return "collection:" + Uuid7.compact(id);
    }

    /** The tags of answers that this makes stale, beside those of the articles. */
    public List<String> cacheTags() {
        return List.of(cacheTag(id), LIST_CACHE_TAG);
    }
}
