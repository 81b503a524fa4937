package org.depesche.delivery.search;

import java.time.Instant;
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
 * @param snapshot of a former page, to go on in what that one saw; empty for the present
 * @param facets what is to be counted
 * @param now what is fresh
 */
public record SearchQuery(String words, Selection selection, Set<UUID> except, int skipped, int limit, String snapshot,
        Set<ListKind> facets, Instant now) {

    public SearchQuery {
        except = Set.copyOf(except);
        facets = Set.copyOf(facets);
    }
}
