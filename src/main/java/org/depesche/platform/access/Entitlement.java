package org.depesche.platform.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;

/** The right to read articles that are not free. Each entitlement includes all previous ones. */
public enum Entitlement {
    REGISTERED,
    SUBSCRIBERS;

    /** The entitlements by their names in the API. */
    public static final Map<String, Entitlement> BY_WORD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Entitlement::word, Function.identity()));

    /** The name in requests, in responses and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this entitlement is the other one, or includes it. */
    public boolean includes(Entitlement other) {
        return ordinal() >= other.ordinal();
    }
}
