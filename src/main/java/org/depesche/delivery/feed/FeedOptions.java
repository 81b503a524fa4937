package org.depesche.delivery.feed;

/**
 * How the items of a feed look.
 * @param isForPartners whether the feed has only what partners may have, and says whom they name
 */
record FeedOptions(FeedContent content, LeadImage leadImage, boolean isForPartners) {
}
