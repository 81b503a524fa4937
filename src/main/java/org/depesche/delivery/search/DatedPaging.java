package org.depesche.delivery.search;

import java.time.Instant;
import java.util.List;

import org.depesche.content.listing.KeysetPosition;
import org.depesche.delivery.search.index.SearchOrder;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;

/** A page in an order by date, after the last hit of the page before. It needs no snapshot and has no maximum depth. */
record DatedPaging(SearchOrder order, PageQuery page, Instant now) implements SearchPaging {

    @Override
    public SearchPosition position() {
        var after = page.key().isEmpty() ? null
                : new KeysetPosition(page.key(0, PageQuery::keyTime), page.key(1, id -> Uuid7.parse(id).orElseThrow()));
        return SearchPosition.dated(page.isBackwards() ? order.reversed() : order, page.fetchSize(), after);
    }

    @Override
    public Slice<Hit> slice(SearchResult found) {
        return page.slice(found.hits(), hit -> List.of(hit.publishedAt().toString(), hit.id().toString()));
    }
}
