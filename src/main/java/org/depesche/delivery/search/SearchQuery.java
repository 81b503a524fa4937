package org.depesche.delivery.search;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.Selection;

/**
 * What is looked for.
 *
 * @param words as somebody typed them
 * @param selection where, as for lists
 * @param except articles to leave out, beside those of the selection
 * @param skipped how many hits stand before the page
 * @param state that a former page saw, to go on in as long as it is kept; empty for the present
 * @param facets what is to be counted
 * @param now what is fresh
 */
public record SearchQuery(String words, Selection selection, Set<UUID> except, int skipped, int limit,
        Optional<SearchedState> state,
        Set<ListKind> facets, Instant now) {

    public SearchQuery {
        except = Set.copyOf(except);
        facets = Set.copyOf(facets);
    }
}
