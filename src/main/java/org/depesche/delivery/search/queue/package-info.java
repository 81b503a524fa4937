/**
 * Bounds the searches that run at the same time, and those that wait: {@link org.depesche.delivery.search.queue.SearchQueue}
 * is the filter, {@link org.depesche.delivery.search.queue.Bulkhead} counts. No other room calls this one, and a waiting
 * search never holds a thread.
 */
@NullMarked
package org.depesche.delivery.search.queue;

import org.jspecify.annotations.NullMarked;
