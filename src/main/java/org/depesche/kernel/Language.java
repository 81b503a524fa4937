package org.depesche.kernel;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags (BCP 47) in their one canonical spelling: {@code DE-ch} is {@code de-CH}. */
public final class Language {

    /** RFC 5646, section 4.4.1: long enough for every registered combination. */
    public static final int MAX = 35;

    private Language() {
    }

    public static Optional<String> normalised(String bcp47) {
        if (bcp47.isEmpty() || bcp47.length() > MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(bcp47).build().toLanguageTag())
                    .filter(tag -> tag.length() <= MAX);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
