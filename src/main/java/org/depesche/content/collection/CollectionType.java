package org.depesche.content.collection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a collection is meant as. */
public enum CollectionType {
    /** Places to fill, as a front page. */
    LIST,
    /** Everything on one subject. */
    DOSSIER,
    /** Parts to be read in order: each article knows which one it is. */
    SERIES;

    public static final Map<String, CollectionType> WORDS = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(CollectionType::word, Function.identity()));

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CollectionType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
