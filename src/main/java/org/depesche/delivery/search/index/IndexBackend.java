package org.depesche.delivery.search.index;

/** One way to keep indexes. To add another, add a room with one; nothing else changes. */
public interface IndexBackend {

    /** As {@code depesche.search.backend} names it. */
    String name();

    /** Called for the chosen one alone. Reaches for nothing yet. */
    IndexStore open();
}
