package org.depesche.delivery.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.search.index.IndexSnapshotId;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.Cursor.Direction;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.page.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Pages through search results. A cursor names the index snapshot of the first page, which the index keeps for some
 * minutes. No hit is lost or repeated while articles are published. When the snapshot has expired, paging continues in
 * the current one.
 */
@ApplicationScoped
class SearchPages {

    private static final String SORT = "relevance";

    private final PageLinks pages;
    private final QueryParameters parameters;
    private final SearchConfig config;

    SearchPages(PageLinks pages, QueryParameters parameters, SearchConfig config) {
        this.pages = pages;
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

    PageStart parseCursor(@Nullable String cursor, String filter, Instant now) {
        return parameters.read(SearchParameters.CURSOR, cursor,
                text -> Cursor.decode(text, SORT, filter).flatMap(cursorValue -> parseCursor(cursorValue.key(), now)),
                Cursor.INVALID_MESSAGE).orElse(new PageStart(0, Optional.empty(), now));
    }

    /** Empty for a cursor that this service did not write: clients may make one up. */
    private Optional<PageStart> parseCursor(List<String> key, Instant now) {
        try {
            var start = new PageStart(Integer.parseInt(key.get(0)), IndexSnapshotId.parse(key.get(1)),
                    Instant.ofEpochSecond(Long.parseLong(key.get(2))));
            var isValid = start.offset() >= 0 && start.offset() < config.maxDepth() && !start.now().isAfter(now);
            return isValid ? Optional.of(start) : Optional.empty();
        } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException invalidCursor) {
            return Optional.empty();
        }
    }

    Page page(SearchResult found, PageStart start, int limit, String filter) {
        var end = start.offset() + found.hits().size();
        var hasNext = found.hits().size() == limit && end < found.total() && end < config.maxDepth();
        var next = hasNext ? cursor(Direction.NEXT, end, found, start, filter) : null;
        var previous = start.offset() == 0 ? null
                : cursor(Direction.PREVIOUS, Math.max(0, start.offset() - limit), found, start, filter);
        return pages.page(new Slice<>(List.of(), limit, next, previous));
    }

    private static String cursor(Direction direction, int offset, SearchResult found, PageStart start, String filter) {
        return new Cursor(direction, SORT,
                List.of(Integer.toString(offset), found.snapshot().toText(), Long.toString(start.now().getEpochSecond())))
                .encode(filter);
    }
}
