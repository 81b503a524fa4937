/**
 * The index in a folder of this node, kept by Lucene. Door: {@link org.depesche.delivery.search.lucene.LuceneIndex}, for the
 * service by injection and for the evaluation as it is. Knows queries and documents, and nothing of where they come from.
 */
@NullMarked
package org.depesche.delivery.search.lucene;

import org.jspecify.annotations.NullMarked;
