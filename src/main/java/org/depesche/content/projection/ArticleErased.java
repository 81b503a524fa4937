package org.depesche.content.projection;

import java.util.Set;
import java.util.UUID;

/**
 * Everything about an article is being erased, in the transaction of this event. Every package deletes what it stores
 * about the article.
 * @param keys texts that name the article in other tables: its slugs, its origin, its headlines
 */
public record ArticleErased(UUID id, Set<String> keys) {

    public ArticleErased {
        keys = Set.copyOf(keys);
    }
}
