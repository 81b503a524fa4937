/**
 * Queries and their ranking, independent of the backend. Callers use
 * {@link org.depesche.delivery.search.query.FullTextSearch}, {@link org.depesche.delivery.search.query.MoreLikeThis},
 * {@link org.depesche.delivery.search.query.DidYouMean} and {@link org.depesche.delivery.search.query.PrefixSuggester}; a
 * backend implements {@link org.depesche.delivery.search.query.QueryBuilder} and
 * {@link org.depesche.delivery.search.query.IndexSnapshot}. This room depends on no backend.
 */
@NullMarked
package org.depesche.delivery.search.query;

import org.jspecify.annotations.NullMarked;
