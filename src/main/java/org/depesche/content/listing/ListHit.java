package org.depesche.content.listing;

import java.time.Instant;
import java.util.UUID;

/** An article of a list. */
public record ListHit(UUID article, Instant publishedAt, Instant updatedAt) {
}
