package org.depesche.delivery.search;

import java.time.Instant;

import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.platform.page.Slice;

/** A page of search results: which hits it needs, and what a search made of them. */
interface SearchPaging {

    /** The hits that the page needs. */
    SearchPosition position();

    /** The time that freshness is relative to, which is the same for all pages by relevance. */
    Instant now();

    /** The hits that the page shows, in its order, and the neighbor pages. */
    Slice<Hit> slice(SearchResult found);
}
