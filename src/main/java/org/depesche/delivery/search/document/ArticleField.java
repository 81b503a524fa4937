package org.depesche.delivery.search.document;

import java.util.function.Function;

import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.language.MatchLevel;

/** The parts of an article, and what a word in each is worth. */
public enum ArticleField {

    HEADLINE(4, ArticleText::headline),
    KICKER(2.5f, ArticleText::kicker),
    TEASER(2, ArticleText::teaser),
    BODY(1, ArticleText::body),
    NAMES(2, text -> String.join("\n", text.names()));

    private final float boost;
    private final Function<ArticleText, String> text;

    ArticleField(float boost, Function<ArticleText, String> text) {
        this.boost = boost;
        this.text = text;
    }

    public float boost() {
        return boost;
    }

    public String of(ArticleText article) {
        return text.apply(article);
    }

    public String field(MatchLevel level) {
        return IndexFields.of(name(), level);
    }
}
