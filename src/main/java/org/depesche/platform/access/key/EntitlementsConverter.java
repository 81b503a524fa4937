package org.depesche.platform.access.key;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.depesche.platform.access.Entitlement;

/** Stores entitlements as their names, separated by commas. */
@Converter
class EntitlementsConverter implements AttributeConverter<Set<Entitlement>, String> {

    private static final String SEPARATOR = ",";

    @Override
    public String convertToDatabaseColumn(Set<Entitlement> entitlements) {
        return entitlements.stream().sorted().map(Entitlement::word).collect(Collectors.joining(SEPARATOR));
    }

    @Override
    public Set<Entitlement> convertToEntityAttribute(String words) {
        return parse(words);
    }

    static Set<Entitlement> parse(String words) {
        return Arrays.stream(words.split(SEPARATOR)).filter(word -> !word.isEmpty()).map(Entitlement.BY_WORD::get)
                .collect(Collectors.toUnmodifiableSet());
    }
}
