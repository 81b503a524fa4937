package org.depesche.content.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The readers to whom a whole article is accessible. Values may be added. */
public enum ArticleAccess {
    FREE,
    REGISTERED,
    SUBSCRIBERS;

    /** The names in the API, in this order. */
    public static final List<String> WORDS = Arrays.stream(values()).map(ArticleAccess::word).toList();

    /** Returns the name in the API and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
