package org.depesche.delivery.feed.request;

/** How much of each article a feed has. */
public enum FeedContent {
    /** The whole article, as far as the caller may read it. */
    FULL,
    /** The teaser. */
    TEASER
}
