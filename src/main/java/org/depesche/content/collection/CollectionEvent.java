package org.depesche.content.collection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

/**
 * A collection was created, changed or deleted.
 * @param changed the names of the changed members
 * @param previousSlug the previous slug; null when the slug did not change
 * @param articles the public articles that show the collection differently now, or no longer
 */
public record CollectionEvent(ChangeKind kind, UUID id, String slug, UUID siteId, Instant at, List<String> changed,
        @Nullable String previousSlug, Set<UUID> articles) {

    public CollectionEvent {
        changed = List.copyOf(changed);
        articles = Set.copyOf(articles);
    }

    /** Returns the cache tags that the event invalidates, in addition to those of the articles. */
    public List<CacheTag> cacheTags() {
        return List.of(CacheTag.collection(id), CacheTag.COLLECTIONS);
    }
}
