package org.depesche.delivery.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.search.index.IndexSnapshotId;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.Cursor.Direction;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Pages through what a search found. A cursor names the state of the index that the first page saw, which is kept for some
 * minutes, so that nothing is lost or repeated while articles are published; after that it goes on in the present one.
 */
@ApplicationScoped
class SearchPages {

    private static final String SORT = "relevance";

    private final AbsoluteUrls addresses;
    private final QueryParameters inputs;
    private final ResponseMetadata provenance;
    private final SearchConfig config;

    SearchPages(AbsoluteUrls addresses, QueryParameters inputs, ResponseMetadata provenance, SearchConfig config) {
        this.addresses = addresses;
        this.inputs = inputs;
        this.provenance = provenance;
        this.config = config;
    }

    /** Where a page stands. */
    record PageStart(int offset, Optional<IndexSnapshotId> snapshot, Instant now) {
    }

    PageStart parseCursor(@Nullable String cursor, String filter, Instant now) {
        return inputs.parse("cursor", cursor,
                text -> Cursor.decode(text, SORT, filter).flatMap(read -> parseCursor(read.key(), now)),
                Cursor.INVALID_MESSAGE).orElse(new PageStart(0, Optional.empty(), now));
    }

    /** Empty for what we did not write: anybody can make a cursor up. */
    private Optional<PageStart> parseCursor(List<String> key, Instant now) {
        try {
            var place = new PageStart(Integer.parseInt(key.get(0)), IndexSnapshotId.parse(key.get(1)),
                    Instant.ofEpochSecond(Long.parseLong(key.get(2))));
            var isOurs = place.offset() >= 0 && place.offset() < config.maxDepth() && !place.now().isAfter(now);
            return isOurs ? Optional.of(place) : Optional.empty();
        } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    Page page(SearchResult found, PageStart place, int limit, String filter) {
        var end = place.offset() + found.hits().size();
        var hasNext = found.hits().size() == limit && end < found.total() && end < config.maxDepth();
        var next = hasNext ? cursor(Direction.NEXT, end, found, place, filter) : null;
        var previous = place.offset() == 0 ? null
                : cursor(Direction.PREVIOUS, Math.max(0, place.offset() - limit), found, place, filter);
        var page = Page.of(new Slice<>(List.of(), limit, next, previous), cursor -> addresses.withParameter("cursor", cursor));
        page.nextPage().ifPresent(address -> provenance.link("next", address));
        page.previousPage().ifPresent(address -> provenance.link("prev", address));
        return page;
    }

    private static String cursor(Direction direction, int skipped, SearchResult found, PageStart place, String filter) {
        return new Cursor(direction, SORT,
                List.of(Integer.toString(skipped), found.snapshot().toText(), Long.toString(place.now().getEpochSecond())))
                .encode(filter);
    }
}
