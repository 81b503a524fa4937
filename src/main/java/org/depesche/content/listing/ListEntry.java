package org.depesche.content.listing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The entry of an article in a list. */
public record ListEntry(ListKey list, Instant publishedAt, UUID article, Instant updatedAt) {

    /** Returns the entry that the article has as well while lists leave it out. It is never read by the time of the update. */
    public Optional<ListEntry> leftOut() {
        return list.leftOut().map(left -> new ListEntry(left, publishedAt, article, publishedAt));
    }
}
