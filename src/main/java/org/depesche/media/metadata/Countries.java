package org.depesche.media.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the ISO 3166-1 alpha-2 code of a country that a file names by code or in words. */
final class Countries {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH,
            Locale.forLanguageTag("es"), Locale.ITALIAN, Locale.forLanguageTag("nl"), Locale.forLanguageTag("pl"));
    private static final Map<String, String> CODES = codes();

    private Countries() {
    }

    static Optional<String> code(String text) {
        return Optional.ofNullable(CODES.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = new Locale.Builder().setRegion(code).build();
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            LANGUAGES.forEach(language -> codes.putIfAbsent(country.getDisplayCountry(language).toLowerCase(Locale.ROOT),
                    code));
        }
        codes.putAll(Map.of("usa", "US", "u.s.a.", "US", "united states of america", "US", "uk", "GB", "great britain", "GB",
                "england", "GB", "holland", "NL", "russia", "RU", "czech republic", "CZ"));
        return Map.copyOf(codes);
    }
}
