package org.depesche.delivery.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.Addresses;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.Provenance;
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

    private final Addresses addresses;
    private final Inputs inputs;
    private final Provenance provenance;
    private final SearchConfig config;

    SearchPages(Addresses addresses, Inputs inputs, Provenance provenance, SearchConfig config) {
        this.addresses = addresses;
        this.inputs = inputs;
        this.provenance = provenance;
        this.config = config;
    }

    /** Where a page stands. */
    record Place(int skipped, Optional<SearchedState> state, Instant now) {
    }

    Place place(@Nullable String cursor, String filter, Instant now) {
        return inputs.parsed("cursor", cursor, text -> Cursor.read(text, SORT, filter).flatMap(read -> place(read.key(), now)),
                Cursor.EXPECTED).orElse(new Place(0, Optional.empty(), now));
    }

    /** Empty for what we did not write: anybody can make a cursor up. */
    private Optional<Place> place(List<String> key, Instant now) {
        try {
            var place = new Place(Integer.parseInt(key.get(0)), SearchedState.of(key.get(1)),
                    Instant.ofEpochSecond(Long.parseLong(key.get(2))));
            var isOurs = place.skipped() >= 0 && place.skipped() < config.depth() && !place.now().isAfter(now);
            return isOurs ? Optional.of(place) : Optional.empty();
        } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    Page of(Found found, Place place, int limit, String filter) {
        var end = place.skipped() + found.hits().size();
        var hasNext = found.hits().size() == limit && end < found.total() && end < config.depth();
        var next = hasNext ? cursor(Direction.NEXT, end, found, place, filter) : null;
        var previous = place.skipped() == 0 ? null
                : cursor(Direction.PREVIOUS, Math.max(0, place.skipped() - limit), found, place, filter);
        var page = Page.of(new Slice<>(List.of(), limit, next, previous), cursor -> addresses.with("cursor", cursor));
        page.following().ifPresent(address -> provenance.link("next", address));
        page.preceding().ifPresent(address -> provenance.link("prev", address));
        return page;
    }

    private static String cursor(Direction direction, int skipped, Found found, Place place, String filter) {
        return new Cursor(direction, SORT,
                List.of(Integer.toString(skipped), found.state().written(), Long.toString(place.now().getEpochSecond())))
                .write(filter);
    }
}
