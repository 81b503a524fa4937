package org.depesche.delivery.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.search.index.IndexSnapshotId;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.delivery.search.index.SearchOrder;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * Pages through search results. By date, a cursor names the hit before the page, as in article lists. By relevance, it
 * names the index snapshot of the first page, which the index keeps for some minutes. No hit is lost or repeated while
 * articles are published. When the snapshot has expired, paging continues in the current one.
 */
@ApplicationScoped
class SearchPages {

    private final QueryParameters parameters;
    private final SearchConfig config;

    SearchPages(QueryParameters parameters, SearchConfig config) {
        this.parameters = parameters;
        this.config = config;
    }

    /**
     * The start of a page.
     * @param offset the number of hits before the page
     * @param snapshot the snapshot of the first page; empty on the first page
     * @param now the time that the first page was ranked with
     */
    record PageStart(int offset, Optional<IndexSnapshotId> snapshot, Instant now) {
    }

    /**
     * Parses the page that a request asks for.
     * @param filter any text that is equal for equal queries and filters
     * @param now the time that the first page is ranked with
     */
    SearchPaging parse(SearchParameters given, String filter, Instant now) {
        var order = parameters.read(SearchParameters.SORT, given.sort());
        var limit = parameters.read(SearchParameters.LIMIT, given.limit());
        if (order == SearchOrder.RELEVANCE) {
            return new RankedPaging(parseCursor(given.cursor(), filter, now), limit, filter, config.maxDepth());
        }
        var cursor = parameters.read(SearchParameters.CURSOR, given.cursor(),
                text -> Cursor.decode(text, order.parameter(), filter), Cursor.INVALID_MESSAGE).orElse(null);
        return new DatedPaging(order, new PageQuery(limit, order.parameter(), filter, cursor), now);
    }

    PageStart parseCursor(@Nullable String cursor, String filter, Instant now) {
        return parameters.read(SearchParameters.CURSOR, cursor,
                text -> Cursor.decode(text, SearchOrder.RELEVANCE.parameter(), filter)
                        .flatMap(cursorValue -> parseCursor(cursorValue.key(), now)),
                Cursor.INVALID_MESSAGE).orElse(new PageStart(0, Optional.empty(), now));
    }

    /** Empty for a cursor that this service did not write: clients may make one up. */
    private Optional<PageStart> parseCursor(List<String> key, Instant now) {
        try {
            var start = new PageStart(Integer.parseInt(key.get(0)), IndexSnapshotId.parse(key.get(1)),
                    Instant.ofEpochSecond(Long.parseLong(key.get(2))));
            var isValid = start.offset() >= 0 && start.offset() < config.maxDepth() && !start.now().isAfter(now)
                    && !start.now().isBefore(Instant.EPOCH);
            return isValid ? Optional.of(start) : Optional.empty();
        } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException invalidCursor) {
            return Optional.empty();
        }
    }
}
