package org.depesche.delivery.feed.request;

/**
 * How the items of a feed look.
 * @param isForPartners whether the feed has only what partners may have, and says whom they name
 */
public record FeedOptions(FeedContent content, LeadImage leadImage, boolean isForPartners) {
}
