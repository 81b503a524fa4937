package org.depesche.content.collection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of collections. */
public enum CollectionType {
    /** Articles for the places of a page, such as a front page. */
    LIST,
    /** All articles on a subject. */
    DOSSIER,
    /** Parts in order: each article shows its part number. */
    SERIES;

    /** The types by their names in the API. */
    public static final Map<String, CollectionType> WORDS = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(CollectionType::word, Function.identity()));

    /** The name in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CollectionType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
