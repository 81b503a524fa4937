/**
 * Background threads. {@link org.depesche.platform.worker.Workers} creates them; no other class of the service runs a loop on a
 * thread of its own. A rebuild of the search index is one run and has its own thread.
 */
@NullMarked
package org.depesche.platform.worker;

import org.jspecify.annotations.NullMarked;
