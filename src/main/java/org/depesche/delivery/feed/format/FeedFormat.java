package org.depesche.delivery.feed.format;

import java.util.Arrays;
import java.util.Optional;

/** The formats in which every feed exists. */
public enum FeedFormat {
    /** JSON Feed 1.1. */
    JSON("json", "application/feed+json"),
    /** RSS 2.0 with the modules content, dc, media, sy and atom:link. */
    RSS("rss", "application/rss+xml"),
    /** Atom 1.0 (RFC 4287) with archives (RFC 5005) and tombstones (RFC 6721). */
    ATOM("atom", "application/atom+xml");

    private final String extension;
    private final String mediaType;

    FeedFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The format that a path's extension names. */
    public static Optional<FeedFormat> of(String extension) {
        return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst();
    }

    public String extension() {
        return extension;
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }
}
