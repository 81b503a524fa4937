package org.depesche.content.listing;

import java.time.Instant;
import java.util.UUID;

/** The entry of an article in a list. */
public record ListEntry(ListKey list, Instant publishedAt, UUID article, Instant updatedAt) {
}
