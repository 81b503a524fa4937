package org.depesche.content.listing;

import java.time.Instant;
import java.util.UUID;

/** A position in an order of entries: immediately after this entry. */
public record KeysetPosition(Instant time, UUID article) {
}
