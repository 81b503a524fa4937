package org.depesche.content.projection;

import java.util.Set;
import java.util.UUID;

/**
 * Everything about an article is to be forgotten, in the transaction that erases it: whoever keeps something of it beside its
 * own rows deletes that.
 *
 * @param keys by what it may be named elsewhere: its slugs, its origin, its headlines
 */
public record ArticleErased(UUID id, Set<String> keys) {

    public ArticleErased {
        keys = Set.copyOf(keys);
    }
}
