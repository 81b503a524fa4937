package org.depesche.content.collection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.platform.http.CacheTag;
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

    public CollectionEvent {
        changed = List.copyOf(changed);
        articles = Set.copyOf(articles);
    }

    /** The tags of answers that this makes stale, beside those of the articles. */
    public List<CacheTag> cacheTags() {
        return List.of(CacheTag.collection(id), CacheTag.COLLECTIONS);
    }
}
