/**
 * Search: an index of what public articles say, kept by following the change log. Doors: {@link
 * org.depesche.delivery.search.CurrentIndex} to ask, {@link org.depesche.delivery.search.index.IndexBackend} for rooms that keep one.
 * Holds nothing that is not public, and nothing that could not be made anew.
 */
@NullMarked
package org.depesche.delivery.search;

import org.jspecify.annotations.NullMarked;
