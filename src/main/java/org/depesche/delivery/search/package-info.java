/**
 * Search over an index of the public articles, which follows the change log. Callers use
 * {@link org.depesche.delivery.search.indexing.CurrentIndex}. Backends implement
 * {@link org.depesche.delivery.search.index.IndexBackend}. The index holds public content only, and it can always be
 * rebuilt from the database.
 */
@NullMarked
package org.depesche.delivery.search;

import org.jspecify.annotations.NullMarked;
