package org.depesche.content.article.view;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.Paywall.VisibleArticles;
import org.depesche.content.image.Image;
import org.depesche.content.image.view.ImageView;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.SyndicationLevel;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.site.Site;
import org.jspecify.annotations.Nullable;

/** Decides what partners may take of an article and of its images. No other class does. */
@ApplicationScoped
public class SyndicationRights {

    private final SyndicationConfig config;

    SyndicationRights(SyndicationConfig config) {
        this.config = config;
    }

    /** Returns whether partners get nothing of the article. */
    public boolean isWithheld(PublishedArticle article) {
        return level(article).equals(SyndicationLevel.NONE.word());
    }

    /** Returns whether partners may only announce the article. */
    public boolean isTeaser(PublishedArticle article) {
        return level(article).equals(SyndicationLevel.TEASER.word());
    }

    /** Returns the articles that partners may have. Those that they may only announce lose their body. */
    VisibleArticles cut(VisibleArticles visible) {
        var truncated = new HashSet<>(visible.truncated());
        var articles = visible.articles().stream().filter(article -> !isWithheld(article)).map(article -> {
            if (level(article).equals(SyndicationLevel.FULL.word())) {
                return article;
            }
            truncated.add(article.id());
            return article.withBody(List.of());
        }).toList();
        return new VisibleArticles(articles, truncated);
    }

    /** Returns the ids of those images that partners must not show. */
    static Set<UUID> forbidden(Iterable<Image> images) {
        var forbidden = new HashSet<UUID>();
        images.forEach(image -> Optional.ofNullable(image.details().rights())
                .filter(rights -> ImageView.Syndication.FORBIDDEN.word().equals(rights.syndication()))
                .ifPresent(rights -> forbidden.add(image.id())));
        return forbidden;
    }

    AttributionView attribution(Site site, @Nullable URI articleUrl) {
        return AttributionView.of(site, articleUrl, config);
    }

    /** Returns the level of an article. A level that this version does not know is replaced by the strictest one. */
    private String level(PublishedArticle article) {
        var stated = Optional.ofNullable(article.content().attribution().rights()).map(ArticleContent.Rights::syndication)
                .orElse(config.unstated().word());
        return SyndicationLevel.WORDS.contains(stated) ? stated : SyndicationLevel.NONE.word();
    }
}
