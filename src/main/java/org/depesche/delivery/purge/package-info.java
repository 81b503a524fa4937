/**
 * Purges outdated responses from content delivery networks, by their cache tags. This room follows the change log; others
 * ask {@link org.depesche.delivery.purge.PurgeProgress} how far it has come. To add a network, add a {@link
 * org.depesche.delivery.purge.PurgeProtocol}. A network is never asked to keep a response.
 */
@NullMarked
package org.depesche.delivery.purge;

import org.jspecify.annotations.NullMarked;
