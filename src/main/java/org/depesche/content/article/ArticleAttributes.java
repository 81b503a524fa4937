package org.depesche.content.article;

import java.util.UUID;

import org.depesche.content.article.view.ArticleViewBuilder;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a public article that other packages need to list it.
 * @param category the main category on the requested site; null for a draft without a category
 */
public record ArticleAttributes(UUID id, @Nullable UUID category, String language, boolean sensitive, boolean isAdvertising) {

    static ArticleAttributes of(PublishedArticle article, Site site) {
        var content = article.content();
        return new ArticleAttributes(article.id(),
                ArticleViewBuilder.findPlacement(content, site).map(ArticleContent.Placement::category).orElse(null),
                content.classification().language(),
                content.classification().sensitive(), content.attribution().advertising() != null);
    }
}
