package org.depesche.content.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The part of an article that partners may take. Values may be added. */
public enum SyndicationLevel {
    FULL,
    TEASER,
    NONE;

    /** The names in the API, in this order. */
    public static final List<String> WORDS = Arrays.stream(values()).map(SyndicationLevel::word).toList();

    /** Returns the name in the API and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
