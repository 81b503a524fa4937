package org.depesche.delivery.feed.format;

import java.util.Map;
import java.util.Optional;

import org.depesche.content.article.view.ArticleCard;
import org.depesche.content.article.view.SyndicatedArticle;
import org.jspecify.annotations.Nullable;

/** The labels of paid content. Every format shows one, also where the desk wrote none. */
public final class AdvertisingLabels {

    private static final Map<String, String> LABELS = Map.of("de", "Anzeige", "fr", "Publicité", "it", "Pubblicità", "es",
            "Publicidad", "nl", "Advertentie");
    private static final String ENGLISH = "Advertisement";

    private AdvertisingLabels() {
    }

    /** The label of an article; null for journalism. */
    public static FeedItem.@Nullable Advertising of(SyndicatedArticle article) {
        return of(article.card());
    }

    private static FeedItem.@Nullable Advertising of(ArticleCard card) {
        var advertising = card.advertising();
        if (advertising == null) {
            return null;
        }
        var sponsor = advertising.sponsor();
        var language = card.language().split("-")[0];
        return new FeedItem.Advertising(
                advertising.label() == null ? LABELS.getOrDefault(language, ENGLISH) : advertising.label(),
                sponsor == null ? null : sponsor.name(), sponsor == null ? null : sponsor.url());
    }

    /** The headline, after the label of paid content. */
    public static String title(SyndicatedArticle article) {
        return title(article.card());
    }

    /** The headline of a linked article, after the label of paid content. */
    public static String title(ArticleCard card) {
        var headline = Optional.ofNullable(card.headline()).orElse(card.slug());
        var advertising = of(card);
        return advertising == null ? headline : advertising.label() + ": " + headline;
    }
}
