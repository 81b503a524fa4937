/**
 * The endpoints of the search: {@link org.depesche.delivery.search.SearchResource} and
 * {@link org.depesche.delivery.search.SuggestionsResource}. {@link org.depesche.delivery.search.ArticleSearch} runs a search,
 * {@link org.depesche.delivery.search.DatedSearch} one for feeds; {@link org.depesche.delivery.search.indexing.CurrentIndex}
 * has the index. This room knows no backend, and never shows an article that is not public now.
 */
@NullMarked
package org.depesche.delivery.search;

import org.jspecify.annotations.NullMarked;
