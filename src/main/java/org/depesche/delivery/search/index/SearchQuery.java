package org.depesche.delivery.search.index;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.language.ParsedQuery;

/**
 * A search request to the index.
 * @param words the parsed query of the user
 * @param selection the filters, as in article lists
 * @param except articles to exclude in addition to those of the selection
 * @param position which hits to return, in which order
 * @param facets the kinds of lists to count
 * @param isCounted whether the total has to be exact
 * @param now the time that freshness is relative to
 */
public record SearchQuery(ParsedQuery words, ListFilter selection, Set<UUID> except, SearchPosition position,
        Set<ListKind> facets, boolean isCounted, Instant now) {

    public SearchQuery {
        except = Set.copyOf(except);
        facets = Set.copyOf(facets);
    }

    /** The same request for other hits. */
    public SearchQuery at(SearchPosition other) {
        return new SearchQuery(words, selection, except, other, facets, isCounted, now);
    }
}
