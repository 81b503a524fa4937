/** Keeps the current index up to date from the change log, rebuilds it, and reports its readiness. */
@NullMarked
package org.depesche.delivery.search.indexing;

import org.jspecify.annotations.NullMarked;
