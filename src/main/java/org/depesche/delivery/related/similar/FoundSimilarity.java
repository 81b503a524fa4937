package org.depesche.delivery.related.similar;

import java.util.List;
import java.util.UUID;

import org.depesche.delivery.search.index.SimilarHit;

/**
 * What the index found for an article.
 *
 * @param sequence the position of the index
 * @param wanted how many were searched for
 * @param hits the most similar first
 */
record FoundSimilarity(UUID site, UUID article, long sequence, int wanted, List<SimilarHit> hits) {

    FoundSimilarity {
        hits = List.copyOf(hits);
    }

    /** The same with no more than the first articles. */
    FoundSimilarity first(int limit) {
        return limit >= wanted ? this
                : new FoundSimilarity(site, article, sequence, limit, hits.stream().limit(limit).toList());
    }
}
