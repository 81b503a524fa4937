package org.depesche.content.tag;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of thing a tag names; more kinds may come. */
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

    /** As the API and the database spell it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TagType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
