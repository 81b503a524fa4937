package org.depesche.content.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The types of articles. The list is open: v1 may get more types. */
public enum ArticleType {
    NEWS,
    FEATURE,
    INTERVIEW,
    OPINION,
    EVENT,
    VIDEO,
    PODCAST;

    /** The names in the API, in this order. */
    public static final List<String> WORDS = Arrays.stream(values()).map(ArticleType::word).toList();

    /** Returns the name in the API and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
