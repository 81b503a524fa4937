package org.depesche.delivery.search.index;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKind;

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
public record SearchQuery(String words, ListFilter selection, Set<UUID> except, int offset, int limit,
        Optional<IndexSnapshotId> snapshot,
        Set<ListKind> facets, Instant now) {

    public SearchQuery {
        except = Set.copyOf(except);
        facets = Set.copyOf(facets);
    }
}
