package org.depesche.delivery.feed;

import org.depesche.delivery.feed.format.Feed;

/**
 * A feed as it was found.
 * @param isPresent false for the feed of something that was deleted
 */
record FeedResult(Feed feed, boolean isPresent) {
}
