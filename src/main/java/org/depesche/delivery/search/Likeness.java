package org.depesche.delivery.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An article close to another.
 *
 * @param score 0 to 1: how much of what that one says
 * @param words the most telling ones that both have, as that one writes them
 * @param tags that both have
 */
public record Likeness(UUID article, double score, List<String> words, Set<UUID> tags) {

    public Likeness {
        words = List.copyOf(words);
        tags = Set.copyOf(tags);
    }
}
