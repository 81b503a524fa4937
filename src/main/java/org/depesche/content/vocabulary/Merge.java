package org.depesche.content.vocabulary;

import java.util.List;
import java.util.UUID;

/**
 * One category, tag or author that was merged into another.
 *
 * @param kind the letter of its lists
 * @param left the ids whose lists its articles leave, its own first
 */
public record Merge(UUID id, String kind, UUID target, List<UUID> left) {

    public Merge {
        left = List.copyOf(left);
    }
}
