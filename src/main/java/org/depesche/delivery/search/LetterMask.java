package org.depesche.delivery.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * Rules out most words of a text by their letters alone, before the expensive analysis: a word has the first letters of its
 * stem in their order, perhaps with others between them. A character outside the plain alphabet, such as ä or ß, may stand
 * for any letters.
 */
final class LetterMask {

    private static final int ALL_LETTERS = -1;
    /** The bit that tells a small letter from a capital one. */
    private static final int LOWER_CASE = 0x20;
    /** More letters of a stem rule out hardly any more words. */
    private static final int PREFIX_LENGTH = 5;

    private final int[] masks;
    private final String[] prefixes;

    /**
     * @param stems stems of the index; their last letter is ignored, because stemming may have changed it, as in
     * {@code fly} and {@code flies}
     */
    LetterMask(Collection<String> stems) {
        this.prefixes = stems.stream().map(LetterMask::prefix).toArray(String[]::new);
        this.masks = Arrays.stream(prefixes).mapToInt(prefix -> of(prefix, 0, prefix.length(), 0)).toArray();
    }

    private static String prefix(String stem) {
        return stem.substring(0, Math.max(0, Math.min(PREFIX_LENGTH, stem.length() - 1))).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }

    /**
     * Whether the word from {@code start} inclusively to {@code end} exclusively may have one of the stems. False positives
     * are possible, false negatives are not.
     */
    boolean mayMatch(String text, int start, int end) {
        var wordLetters = of(text, start, end, ALL_LETTERS);
        for (var i = 0; i < masks.length; i++) {
            if ((wordLetters & masks[i]) == masks[i]
                    && (wordLetters == ALL_LETTERS || hasInOrder(text, start, end, prefixes[i]))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasInOrder(String text, int start, int end, String letters) {
        var found = 0;
        for (var i = start; i < end && found < letters.length(); i++) {
            if ((text.charAt(i) | LOWER_CASE) == letters.charAt(found)) {
                found++;
            }
        }
        return found == letters.length();
    }

    /**
     * A bit set of letters.
     * @param unknownBits the bits of a character outside the alphabet
     */
    private static int of(String text, int start, int end, int unknownBits) {
        var letters = 0;
        for (var i = start; i < end; i++) {
            letters |= bit(text.charAt(i), unknownBits);
        }
        return letters;
    }

    private static int bit(char character, int unknownBits) {
        var lowerCase = character | LOWER_CASE;
        if (lowerCase >= 'a' && lowerCase <= 'z') {
            return 1 << lowerCase - 'a';
        }
        return character >= '0' && character <= '9' || character == '-' ? 0 : unknownBits;
    }
}
