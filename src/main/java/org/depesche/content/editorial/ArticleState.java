package org.depesche.content.editorial;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of an article for readers. */
public enum ArticleState {
    DRAFT,
    PUBLISHED,
    UNPUBLISHED,
    WITHDRAWN;

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ArticleState fromValue(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
