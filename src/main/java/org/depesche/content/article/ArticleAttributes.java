package org.depesche.content.article;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.content.article.view.ArticleViewBuilder;
import org.depesche.content.model.ArticleAccess;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a public article that other packages need to list it.
 * @param category the main category on the requested site; null for a draft without a category
 * @param openText the kicker, the headline and the teaser of an article that is not free; null for a free one
 */
public record ArticleAttributes(UUID id, @Nullable UUID category, String language, boolean sensitive, boolean isAdvertising,
        @Nullable String openText) {

    static ArticleAttributes of(PublishedArticle article, Site site) {
        var content = article.content();
        return new ArticleAttributes(article.id(),
                ArticleViewBuilder.findPlacement(content, site).map(ArticleContent.Placement::category).orElse(null),
                content.classification().language(),
                content.classification().sensitive(), content.attribution().advertising() != null, openText(content));
    }

    private static @Nullable String openText(ArticleContent content) {
        var story = content.story();
        return content.classification().access().equals(ArticleAccess.FREE.word()) ? null
                : Stream.of(story.kicker(), story.headline(), story.teaser()).filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    /** Whether everybody may read a word of the article. Of one that is not free, the body counts as hidden. */
    public boolean isOpen(String word) {
        return openText == null || openText.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
