package org.depesche.kernel;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Normalizes language tags (BCP 47) to their canonical spelling: {@code DE-ch} becomes {@code de-CH}. */
public final class LanguageTag {

    /** RFC 5646, section 4.4.1: 35 characters hold every registered combination. */
    public static final int MAX_LENGTH = 35;

    private LanguageTag() {
    }

    /**
     * Returns the language ranges that match a tag (RFC 4647, section 3.3.1): the tag itself and its prefixes, the longest
     * first. {@code zh-Hant-TW} is matched by {@code zh-Hant-TW}, {@code zh-Hant} and {@code zh}.
     */
    public static List<String> ranges(String tag) {
        var ranges = new ArrayList<String>();
        for (var end = tag.length(); end > 0; end = tag.lastIndexOf('-', end - 1)) {
            ranges.add(tag.substring(0, end));
        }
        return ranges;
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
