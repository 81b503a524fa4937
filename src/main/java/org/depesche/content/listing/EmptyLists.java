package org.depesche.content.listing;

import java.util.Collection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Remembers which lists were empty at which position of the change log. At the same position they still are: a publication
 * that fills a list has an entry in the log. A merge moves entries in steps without one; until it is over, readers of its lists
 * check the list of all versions that are left out.
 */
final class EmptyLists {

    private static final int MAX_LISTS = 20_000;

    private final Cache<ListKey, Long> positions = Caffeine.newBuilder().maximumSize(MAX_LISTS).build();

    void remember(Collection<ListKey> lists, long position) {
        lists.forEach(list -> positions.put(list, position));
    }

    /** Whether these lists are known to be empty at a position. */
    boolean areEmpty(Collection<ListKey> lists, long position) {
        return lists.stream().allMatch(list -> Long.valueOf(position).equals(positions.getIfPresent(list)));
    }
}
