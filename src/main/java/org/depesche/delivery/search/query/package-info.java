/**
 * Queries and their ranking, independent of the backend. Callers use {@code FullTextSearch}, {@code MoreLikeThis},
 * {@code DidYouMean} and {@code PrefixSuggester}. A backend implements {@code QueryBuilder} and {@code IndexSnapshot}.
 * This room depends on no backend.
 */
@NullMarked
package org.depesche.delivery.search.query;

import org.jspecify.annotations.NullMarked;
