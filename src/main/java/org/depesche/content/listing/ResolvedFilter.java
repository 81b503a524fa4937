package org.depesche.content.listing;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A filter by the ids of its lists: the driving group, and the groups to probe.
 *
 * @param driver any of these lists; its entries are read in order
 * @param probes of each group, any list has to contain the entry as well
 */
record ResolvedFilter(Set<Integer> driver, List<Set<Integer>> probes, List<Exclusion> exclusions, @Nullable Instant from,
        @Nullable Instant before, Set<UUID> excludedArticles, Set<UUID> excludedCollections) {

    /** Returns the lists that are empty while there is nothing to exclude. */
    Set<ListKey> overlaps() {
        return exclusions.stream().map(Exclusion::overlap).collect(toSet());
    }

    /** Returns the same filter while there is nothing to exclude. */
    ResolvedFilter withoutExclusions() {
        return new ResolvedFilter(driver, probes, List.of(), from, before, excludedArticles, excludedCollections);
    }

    /**
     * A list whose articles are excluded.
     *
     * @param overlap a list that has every excluded article of the filter; while it is empty there is nothing to exclude
     */
    record Exclusion(ListKey list, ListKey overlap) {
    }
}
