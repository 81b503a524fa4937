/**
 * The Lucene backend, with one index folder for each node. {@link org.depesche.delivery.search.lucene.LuceneBackend} opens
 * it; {@link org.depesche.delivery.search.lucene.LuceneIndex} is public for the evaluation of search
 * quality. This room never reads the database.
 */
@NullMarked
package org.depesche.delivery.search.lucene;

import org.jspecify.annotations.NullMarked;
