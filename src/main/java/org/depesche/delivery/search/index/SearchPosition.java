package org.depesche.delivery.search.index;

import java.util.Optional;

import org.depesche.content.listing.KeysetPosition;
import org.jspecify.annotations.Nullable;

/**
 * Which hits of a search to return, in which order. Hits by relevance are found by their number in a snapshot, because
 * scores change with the index. Hits by date are found by the hit before them.
 * @param offset the number of hits to skip; 0 in an order by date
 * @param snapshot the snapshot of the first page, which is used while it exists; empty for the current one
 * @param after the hit before the page, in an order by date; null on the first page
 */
public record SearchPosition(SearchOrder order, int offset, int limit, Optional<IndexSnapshotId> snapshot,
        @Nullable KeysetPosition after) {

    /** The hits by relevance from a number on. */
    public static SearchPosition ranked(int offset, int limit, Optional<IndexSnapshotId> snapshot) {
        return new SearchPosition(SearchOrder.RELEVANCE, offset, limit, snapshot, null);
    }

    /** The hits by date after a hit, or the first ones. */
    public static SearchPosition dated(SearchOrder order, int limit, @Nullable KeysetPosition after) {
        return new SearchPosition(order, 0, limit, Optional.empty(), after);
    }

    /** Whether these are the first hits. */
    public boolean isFirstPage() {
        return offset == 0 && after == null;
    }
}
