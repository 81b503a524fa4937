package org.depesche.delivery.search.index;

import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;

/**
 * A request for articles that are similar to an article.
 * @param site the list of the site's articles; only these are returned
 * @param without lists whose articles are excluded
 * @param except articles to exclude
 */
public record SimilarQuery(UUID article, ListKey site, Set<ListKey> without, Set<UUID> except, int limit) {

    public SimilarQuery {
        without = Set.copyOf(without);
        except = Set.copyOf(except);
    }
}
