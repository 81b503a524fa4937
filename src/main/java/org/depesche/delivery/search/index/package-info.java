/** The interface of a full-text index and of its store, whatever backend implements it. */
@NullMarked
package org.depesche.delivery.search.index;

import org.jspecify.annotations.NullMarked;
