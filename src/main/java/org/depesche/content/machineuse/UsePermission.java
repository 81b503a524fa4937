package org.depesche.content.machineuse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether machines may use the content in a certain way. Without a statement, only the law applies. Values may be added. */
public enum UsePermission {
    ALLOWED,
    /** Permitted only with a licence from the publisher. */
    LICENCE,
    REFUSED;

    /** The values by their names in the API, in this order. */
    static final Map<String, UsePermission> BY_WORD = byWord();

    private static Map<String, UsePermission> byWord() {
        var words = new LinkedHashMap<String, UsePermission>();
        for (var permission : values()) {
            words.put(permission.word(), permission);
        }
        return Collections.unmodifiableMap(words);
    }

    /** Returns the name in the API and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isReservation() {
        return this != ALLOWED;
    }
}
