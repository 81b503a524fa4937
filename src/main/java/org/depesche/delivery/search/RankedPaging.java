package org.depesche.delivery.search;

import java.time.Instant;
import java.util.List;

import org.depesche.delivery.search.SearchPages.PageStart;
import org.depesche.delivery.search.index.SearchOrder;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.Cursor.Direction;
import org.depesche.platform.page.Slice;

/**
 * A page by relevance. Its cursors name the snapshot of the first page, and the number of hits before the page.
 * @param maxDepth the number of hits that a client may page through
 */
record RankedPaging(PageStart start, int limit, String filter, int maxDepth) implements SearchPaging {

    @Override
    public SearchPosition position() {
        return SearchPosition.ranked(start.offset(), limit, start.snapshot());
    }

    @Override
    public Instant now() {
        return start.now();
    }

    @Override
    public Slice<Hit> slice(SearchResult found) {
        var end = start.offset() + found.hits().size();
        var hasNext = found.hits().size() == limit && end < found.total() && end < maxDepth;
        return new Slice<>(found.hits(), limit, hasNext ? cursor(Direction.NEXT, end, found) : null,
                start.offset() == 0 ? null : cursor(Direction.PREVIOUS, Math.max(0, start.offset() - limit), found));
    }

    private String cursor(Direction direction, int offset, SearchResult found) {
        return new Cursor(direction, SearchOrder.RELEVANCE.parameter(),
                List.of(Integer.toString(offset), found.snapshot().toText(), Long.toString(start.now().getEpochSecond())))
                .encode(filter);
    }
}
