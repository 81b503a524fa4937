/**
 * Finds the best articles in less time than Lucene's own search: candidates of a search, their full ranking, and similar
 * articles. {@link org.depesche.delivery.search.lucene.ranking.CandidateFinder} finds those of a search,
 * {@link org.depesche.delivery.search.lucene.ranking.SimilarDocumentRanker} similar ones. This room never decides what
 * a query means.
 */
@NullMarked
package org.depesche.delivery.search.lucene.ranking;

import org.jspecify.annotations.NullMarked;
