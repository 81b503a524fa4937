/**
 * The formats of feeds: {@link org.depesche.delivery.feed.format.Feed} holds what a feed says, and a
 * {@link org.depesche.delivery.feed.format.FeedWriter} writes it. This room reads no data, and its output depends on its input
 * alone.
 */
@NullMarked
package org.depesche.delivery.feed.format;

import org.jspecify.annotations.NullMarked;
