package org.depesche.content.listing;

import java.util.Collection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Caches which lists were empty at which position of the change log. They are still empty at the same position, because a
 * publication that fills a list writes an entry to the log. A merge moves entries in steps without such an entry. Until it has
 * ended, readers of its lists check the list of all left out versions instead.
 */
final class EmptyLists {

    private static final int MAX_LISTS = 20_000;

    private final Cache<ListKey, Long> positions = Caffeine.newBuilder().maximumSize(MAX_LISTS).build();

    void remember(Collection<ListKey> lists, long position) {
        lists.forEach(list -> positions.put(list, position));
    }

    /** Returns whether these lists are known to be empty at a position. */
    boolean areEmpty(Collection<ListKey> lists, long position) {
        return lists.stream().allMatch(list -> Long.valueOf(position).equals(positions.getIfPresent(list)));
    }
}
