package org.depesche.delivery.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.depesche.delivery.search.index.SearchOrder;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchQuery;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.platform.http.request.QueryParameter;
import org.jspecify.annotations.Nullable;

/** Searches the newest articles first, for rooms that show them in another form than the search endpoint. */
@ApplicationScoped
public class DatedSearch {

    /** The query, with the length limit of the search. */
    public static final QueryParameter<String> Q = SearchParameters.Q;

    private final CurrentSearch search;
    private final QueryTextParser queryParser;

    DatedSearch(CurrentSearch search, QueryTextParser queryParser) {
        this.search = search;
        this.queryParser = queryParser;
    }

    /** Parses the words of a query. Errors are added to the query parameters. */
    public ParsedQuery parse(@Nullable String input) {
        return queryParser.parse(input);
    }

    /**
     * The matching articles after a position, the newest first. While the index is behind, the response is marked as not to be
     * cached.
     *
     * @param except articles to exclude
     * @param after the last article of the page before; null for the first page
     */
    public List<ListHit> page(ParsedQuery query, ListFilter filter, Set<UUID> except, @Nullable KeysetPosition after,
            int limit) {
        var found = search.search(new SearchQuery(query, filter, except,
                SearchPosition.dated(SearchOrder.NEWEST, limit, after), Set.of(), false, Instant.EPOCH), Set.of());
        return found.hits().stream().map(hit -> new ListHit(hit.id(), hit.publishedAt(), hit.publishedAt())).toList();
    }
}
