package org.depesche.kernel;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Normalizes language tags (BCP 47) to their canonical spelling: {@code DE-ch} becomes {@code de-CH}. */
public final class LanguageTag {

    /** RFC 5646, section 4.4.1: 35 characters hold every registered combination. */
    public static final int MAX_LENGTH = 35;

    private LanguageTag() {
    }

    /**
     * Returns the canonical spelling. Empty if the text is no well-formed tag or has more than {@value #MAX_LENGTH}
     * characters.
     */
    public static Optional<String> normalize(String bcp47) {
        if (bcp47.isEmpty() || bcp47.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(bcp47).build().toLanguageTag())
                    .filter(tag -> tag.length() <= MAX_LENGTH);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
