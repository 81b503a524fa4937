package org.depesche.content.tag;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The type of a tag's subject. More types may be added. */
public enum TagType {
    TOPIC,
    ORGANISATION,
    PLACE,
    PERSON,
    PRODUCT;

    static final Map<String, TagType> BY_WORD = byWord();

    private static Map<String, TagType> byWord() {
        var types = new LinkedHashMap<String, TagType>();
        Arrays.stream(values()).forEach(type -> types.put(type.word(), type));
        return Collections.unmodifiableMap(types);
    }

    /** Returns the name in the API and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TagType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
