package org.depesche.kernel;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;

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
            .collect(Collectors
                    .collectingAndThen(Collectors.toMap(CollectionType::word, Function.identity(), (first, second) -> first,
                            LinkedHashMap::new), Collections::unmodifiableMap));

    /** The name in the API and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CollectionType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
