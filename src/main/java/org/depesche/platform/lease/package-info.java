/**
 * Leases, which let one node of a cluster do some work alone. Callers use {@link org.depesche.platform.lease.Leases}.
 * The clock of the database decides when a lease ends, never the clock of a node.
 */
@NullMarked
package org.depesche.platform.lease;

import org.jspecify.annotations.NullMarked;
