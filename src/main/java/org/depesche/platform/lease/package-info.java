/**
 * One worker at a time in a cluster. Door: {@link org.depesche.platform.lease.Leases}. Never asks a node what time it is: the
 * database decides when a lease ends.
 */
@NullMarked
package org.depesche.platform.lease;

import org.jspecify.annotations.NullMarked;
