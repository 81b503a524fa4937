package org.depesche.content.listing;

import java.time.Instant;
import java.util.UUID;

/** One article's place in one list. */
public record ListEntry(ListKey list, Instant publishedAt, UUID article, Instant updatedAt) {
}
