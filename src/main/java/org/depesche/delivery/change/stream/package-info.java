/**
 * The change log as server-sent events. {@link org.depesche.delivery.change.stream.ChangeStreamResource} admits listeners, and
 * {@link org.depesche.delivery.change.stream.ChangeBroadcaster} reads the log for all listeners of the node. A listener never
 * holds a thread, and its unsent bytes are bounded.
 */
@NullMarked
package org.depesche.delivery.change.stream;

import org.jspecify.annotations.NullMarked;
