/**
 * Keeps the index up to date. {@link org.depesche.delivery.search.indexing.IndexFollower} applies the change log to it,
 * {@link org.depesche.delivery.search.indexing.IndexRebuilder} builds a new one, and
 * {@link org.depesche.delivery.search.indexing.CurrentIndex} hands the current one to searches. This room knows no backend,
 * and never changes content.
 */
@NullMarked
package org.depesche.delivery.search.indexing;

import org.jspecify.annotations.NullMarked;
