/**
 * The Lucene backend, with one index folder for each node. The service finds it as an {@code IndexBackend}.
 * {@code LuceneIndex} is public for the evaluation of search quality. This room knows Lucene's documents and queries.
 */
@NullMarked
package org.depesche.delivery.search.lucene;

import org.jspecify.annotations.NullMarked;
