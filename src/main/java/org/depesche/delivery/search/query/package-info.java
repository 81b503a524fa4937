/**
 * What is looked for, and how it is ranked, whatever keeps the index. Doors: {@link
 * org.depesche.delivery.search.query.FullTextSearch}, {@link org.depesche.delivery.search.query.MoreLikeThis}, {@link
 * org.depesche.delivery.search.query.DidYouMean} and {@link org.depesche.delivery.search.query.PrefixSuggester} to ask; a backend
 * brings
 * {@link org.depesche.delivery.search.query.QueryBuilder} and {@link org.depesche.delivery.search.query.IndexSnapshot}. Knows no backend.
 */
@NullMarked
package org.depesche.delivery.search.query;

import org.jspecify.annotations.NullMarked;
