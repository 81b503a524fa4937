package org.depesche.delivery.feed;

/** How much of each article a feed has. */
enum FeedContent {
    /** The whole article, as far as the caller may read it. */
    FULL,
    /** The teaser. */
    TEASER
}
