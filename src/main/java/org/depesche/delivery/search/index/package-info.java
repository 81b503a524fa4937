/**
 * The interface of a full-text index: a backend implements {@link org.depesche.delivery.search.index.IndexBackend},
 * {@link org.depesche.delivery.search.index.IndexStore} and {@link org.depesche.delivery.search.index.ArticleIndex}; queries
 * and results are records. Callers use {@link org.depesche.delivery.search.indexing.CurrentIndex}. An index never holds more
 * than public content, and it can always be rebuilt from the database.
 */
@NullMarked
package org.depesche.delivery.search.index;

import org.jspecify.annotations.NullMarked;
