package org.depesche.delivery.search.index;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An article that is similar to another.
 * @param score the similarity, from 0 to 1
 * @param sharedWords the most significant words that both articles have, as the other article spells them
 * @param sharedTags the tags that both articles have
 */
public record SimilarHit(UUID article, double score, List<String> sharedWords, Set<UUID> sharedTags) {

    public SimilarHit {
        sharedWords = List.copyOf(sharedWords);
        sharedTags = Set.copyOf(sharedTags);
    }
}
