package org.depesche.delivery.related.similar;

import java.util.List;

import org.depesche.delivery.search.index.SimilarHit;

/**
 * The similar articles that are stored for an article.
 *
 * @param sequence the position of the change log up to which it holds
 * @param isOutdated whether a later change may have an effect on it
 * @param isWhole whether there are no similar articles but these
 * @param size how many were stored, public now or not
 * @param hits those that are public now, the most similar first
 */
record StoredSimilarArticles(long sequence, boolean isOutdated, boolean isWhole, int size, List<SimilarHit> hits) {

    StoredSimilarArticles {
        hits = List.copyOf(hits);
    }

    /** Whether these are enough for a response with that many articles. */
    boolean has(int limit) {
        return isWhole || size >= limit;
    }
}
