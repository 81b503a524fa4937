package org.depesche.delivery.search;

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
public record LikenessQuery(UUID article, ListKey site, Set<ListKey> without, Set<UUID> except, int limit) {

    public LikenessQuery {
        without = Set.copyOf(without);
        except = Set.copyOf(except);
    }
}
