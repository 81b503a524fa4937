/**
 * Purges outdated responses from content delivery networks, by their cache tags. This room follows the change log;
 * {@link org.depesche.delivery.purge.PurgeProgress} tells other rooms how far it is. To add a network, add a {@link
 * org.depesche.delivery.purge.PurgeProtocol}. This room never sends content to a network.
 */
@NullMarked
package org.depesche.delivery.purge;

import org.jspecify.annotations.NullMarked;
