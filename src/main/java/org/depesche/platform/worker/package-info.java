/**
 * Background threads. {@link org.depesche.platform.worker.Workers} creates each {@link org.depesche.platform.worker.Worker}:
 * its name, pace, wake, stop and metrics. No other class of the service runs a loop on a thread of its own, but for a rebuild
 * of the search index, which is one run.
 */
@NullMarked
package org.depesche.platform.worker;

import org.jspecify.annotations.NullMarked;
