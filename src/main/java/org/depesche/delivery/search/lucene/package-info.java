/**
 * The index in a folder of this node, kept by Lucene. Door: {@link org.depesche.delivery.search.lucene.LuceneIndex}, for the
 * evaluation as it is; the service finds it as an index backend. Knows documents, and how Lucene's queries are written.
 */
@NullMarked
package org.depesche.delivery.search.lucene;

import org.jspecify.annotations.NullMarked;
