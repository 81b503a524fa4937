package org.depesche.delivery.search.index;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An article close to another.
 *
 * @param score 0 to 1: how much of what that one says
 * @param words the most telling ones that both have, as that one writes them
 * @param tags that both have
 */
public record SimilarHit(UUID article, double score, List<String> sharedWords, Set<UUID> sharedTags) {

    public SimilarHit {
        sharedWords = List.copyOf(sharedWords);
        sharedTags = Set.copyOf(sharedTags);
    }
}
