package org.depesche.delivery.related.similar;

import java.util.List;
import java.util.UUID;

import org.depesche.delivery.search.index.SimilarHit;

/**
 * The similar articles that the index found for an article.
 *
 * @param sequence the position of the index
 * @param wanted how many were searched for
 * @param hits the most similar first
 */
record FoundSimilarArticles(UUID site, UUID article, long sequence, int wanted, List<SimilarHit> hits) {

    FoundSimilarArticles {
        hits = List.copyOf(hits);
    }

    /** Returns the same result with at most so many articles, the most similar ones. */
    FoundSimilarArticles first(int limit) {
        return limit >= wanted ? this
                : new FoundSimilarArticles(site, article, sequence, limit, hits.stream().limit(limit).toList());
    }
}
