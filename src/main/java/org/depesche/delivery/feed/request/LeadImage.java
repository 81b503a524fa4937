package org.depesche.delivery.feed.request;

/** Where a feed shows an item's lead image. */
public enum LeadImage {
    /** Beside the content, as media with its credit and its description. */
    MEDIA,
    /** In the content, as a figure with its caption and its credit. */
    INLINE,
    /** In both places, for readers that show either. */
    BOTH,
    /** As an enclosure, for aggregators that take nothing else. */
    ENCLOSURE;

    public boolean isInline() {
        return this == INLINE || this == BOTH;
    }

    public boolean isMedia() {
        return this == MEDIA || this == BOTH;
    }
}
