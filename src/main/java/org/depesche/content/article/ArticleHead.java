package org.depesche.content.article;

import java.util.UUID;

import org.depesche.content.site.Site;

/**
 * What rooms above need to know of a public article to put it beside others.
 *
 * @param category where it stands on the site asked
 */
public record ArticleHead(UUID id, UUID category, String language, boolean sensitive, boolean isAdvertising) {

    static ArticleHead of(PublishedArticle article, Site site) {
        var content = article.content();
        return new ArticleHead(article.id(), ArticleViews.placement(content, site).category(), content.language(),
                content.sensitive(), content.advertising() != null);
    }
}
