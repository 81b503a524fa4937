/** The interface of a full-text index and of its store. The backends implement it. */
@NullMarked
package org.depesche.delivery.search.index;

import org.jspecify.annotations.NullMarked;
