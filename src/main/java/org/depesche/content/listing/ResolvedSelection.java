package org.depesche.content.listing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A selection by the numbers of its lists: one group to walk, the others to probe. */
record ResolvedSelection(Set<Integer> driver, List<Set<Integer>> probes, Set<Integer> none, @Nullable Instant from,
        @Nullable Instant before, Set<UUID> except, Set<UUID> outside) {
}
