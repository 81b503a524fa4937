package org.depesche.delivery.feed.format;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a feed says, in any format.
 * @param updatedAt the newest change that touched the feed
 * @param removals what was withdrawn lately
 */
public record Feed(Channel channel, Links links, Instant updatedAt, List<FeedItem> items, List<Removal> removals) {

    public Feed {
        items = List.copyOf(items);
        removals = List.copyOf(removals);
    }

    /**
     * What a feed is about.
     * @param id an absolute URI that never changes, whatever the feed's address is
     * @param publisher the name of the site
     * @param homePage the page on the site, or the service's own address
     * @param timeToLive how long readers keep the feed before they ask again
     */
    public record Channel(String id, String title, String publisher, String description, String language, URI homePage,
            @Nullable URI logo, Duration timeToLive) {
    }

    /**
     * The addresses of a feed's documents.
     * @param self this document
     * @param current the document with the newest items
     * @param older the document with the items before these
     * @param isArchive whether this document changes only when its items do (RFC 5005)
     */
    public record Links(URI self, URI current, @Nullable URI older, boolean isArchive, List<URI> hubs) {
        public Links {
            hubs = List.copyOf(hubs);
        }
    }

    /** An item that was withdrawn (RFC 6721). */
    public record Removal(String itemId, Instant at) {
    }
}
