package org.depesche.content.taxonomy.published;

import java.util.UUID;
import java.util.function.Function;

import org.depesche.content.listing.ListKind;
import org.depesche.platform.http.CacheTag;

/**
 * Tags or authors.
 *
 * @param word the name of the table, and the word in addresses and messages
 * @param list the lists that contain an entry's articles
 * @param leftOut the lists that contain those of its articles that lists do not show
 * @param cacheTags the cache tags of what shows entries of this kind
 */
public record PublicTaxonomyKind(String word, ListKind list, ListKind leftOut, CacheTags cacheTags) {

    /**
     * @param all of everything that shows any entry
     * @param one of what shows this entry
     * @param listOf of the list of its articles
     */
    public record CacheTags(CacheTag all, Function<UUID, CacheTag> one, Function<UUID, CacheTag> listOf) {
    }
}
