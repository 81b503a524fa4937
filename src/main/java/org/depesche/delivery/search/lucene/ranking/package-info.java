/**
 * Finds the best articles in less time than Lucene's own search: candidates of a search, their full ranking, and similar
 * articles. {@link org.depesche.delivery.search.lucene.ranking.CandidateFinder} is the way in for a search,
 * {@link org.depesche.delivery.search.lucene.ranking.SimilarDocumentRanker} for similar articles. This room never decides what
 * a query means.
 */
@NullMarked
package org.depesche.delivery.search.lucene.ranking;

import org.jspecify.annotations.NullMarked;
