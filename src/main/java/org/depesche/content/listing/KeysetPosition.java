package org.depesche.content.listing;

import java.time.Instant;
import java.util.UUID;

/** A place between two entries of an order: just after this one. */
public record KeysetPosition(Instant time, UUID article) {
}
