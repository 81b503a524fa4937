package org.depesche.delivery.search.document;

import java.util.function.Function;

import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.language.MatchLevel;

/** The text fields of an article in the index, with their boosts. */
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

    /** The factor of this field's matches in a score. */
    public float boost() {
        return boost;
    }

    /** The text of this field in an article. */
    public String textOf(ArticleText article) {
        return text.apply(article);
    }

    /** The name of the index field that has this text's terms of one level. */
    public String field(MatchLevel level) {
        return IndexFields.of(name(), level);
    }
}
