/**
 * The change log as server-sent events. One worker reads the log for all listeners of the node. A listener holds no thread, and
 * its unsent bytes are bounded.
 */
@NullMarked
package org.depesche.delivery.change.stream;

import org.jspecify.annotations.NullMarked;
