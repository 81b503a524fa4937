/**
 * Tells content delivery networks which answers became stale, by their cache tags. A follower of the change log without a
 * door; to add a network, add a {@link org.depesche.delivery.purge.PurgeProtocol}.
 */
@NullMarked
package org.depesche.delivery.purge;

import org.jspecify.annotations.NullMarked;
