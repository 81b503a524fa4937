package org.depesche.delivery.feed.format;

/** Writes feeds in one format. The same feed always gives the same bytes. */
public interface FeedWriter {

    FeedFormat format();

    /** The document in UTF-8. */
    byte[] write(Feed feed);
}
