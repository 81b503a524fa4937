package org.depesche.delivery.related.similar;

import java.util.List;

import org.depesche.delivery.search.index.SimilarHit;

/**
 * What is stored for an article.
 *
 * @param sequence the position of the change log up to which it holds
 * @param isOutdated whether a later change may have an effect on it
 * @param isWhole whether there are no similar articles but these
 * @param size how many were stored, public now or not
 * @param hits those that are public now, the most similar first
 */
record StoredSimilarity(long sequence, boolean isOutdated, boolean isWhole, int size, List<SimilarHit> hits) {

    StoredSimilarity {
        hits = List.copyOf(hits);
    }

    /** Whether so many similar articles can be taken from here. */
    boolean has(int limit) {
        return isWhole || size >= limit;
    }
}
