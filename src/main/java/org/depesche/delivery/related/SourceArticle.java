package org.depesche.delivery.related;

import java.util.List;
import java.util.UUID;

import org.depesche.content.article.ArticleAttributes;

/**
 * The article whose related news is requested.
 *
 * @param picks the articles that the desk picked for it, in the desk's order; they need not be public
 */
record SourceArticle(ArticleAttributes attributes, List<UUID> picks) {

    SourceArticle {
        picks = List.copyOf(picks);
    }

    UUID id() {
        return attributes.id();
    }
}
