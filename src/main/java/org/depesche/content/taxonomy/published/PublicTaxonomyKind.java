package org.depesche.content.taxonomy.published;

import java.util.UUID;
import java.util.function.Function;

import org.depesche.content.listing.ListKind;
import org.depesche.platform.http.CacheTag;

/**
 * The properties by which the public representations of tags and authors differ.
 *
 * @param word the name of the table, and the word in addresses and messages
 * @param list the lists that contain an entry's articles
 * @param leftOut the lists that contain the left out versions among its articles
 * @param cacheTags the cache tags of responses that show entries of this kind
 */
public record PublicTaxonomyKind(String word, ListKind list, ListKind leftOut, CacheTags cacheTags) {

    /**
     * The cache tags of a kind.
     *
     * @param all the tag of all responses that show any entry
     * @param one the tag of responses that show this entry
     * @param listOf the tag of the list of its articles
     */
    public record CacheTags(CacheTag all, Function<UUID, CacheTag> one, Function<UUID, CacheTag> listOf) {
    }
}
