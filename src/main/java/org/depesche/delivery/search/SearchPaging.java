package org.depesche.delivery.search;

import java.time.Instant;

import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.platform.page.Slice;

/** Pages through search results: tells which hits a page needs, and makes the page of the hits that were found. */
interface SearchPaging {

    /** The hits that the page needs. */
    SearchPosition position();

    /** The time that freshness is relative to, which is the same for all pages by relevance. */
    Instant now();

    /** The hits that the page shows, in its order, and the neighbor pages. */
    Slice<Hit> slice(SearchResult found);
}
