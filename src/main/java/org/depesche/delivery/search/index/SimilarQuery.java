package org.depesche.delivery.search.index;

import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;

/**
 * What stands close to an article.
 *
 * @param site where they have to stand
 * @param without lists in none of which they may stand
 * @param except articles that are there already
 */
public record SimilarQuery(UUID article, ListKey site, Set<ListKey> without, Set<UUID> except, int limit) {

    public SimilarQuery {
        without = Set.copyOf(without);
        except = Set.copyOf(except);
    }
}
