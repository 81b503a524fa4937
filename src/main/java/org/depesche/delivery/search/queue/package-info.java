/** Bounds the searches that run at the same time, and those that wait. No other room calls this one. */
@NullMarked
package org.depesche.delivery.search.queue;

import org.jspecify.annotations.NullMarked;
