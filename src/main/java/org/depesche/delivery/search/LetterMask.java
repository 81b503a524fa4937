package org.depesche.delivery.search;

import java.util.Collection;

/**
 * Rules out most words of a text by their letters alone, before the expensive analysis. A character outside the plain
 * alphabet, such as ä or ß, may stand for any letter.
 */
final class LetterMask {

    private static final int ALL_LETTERS = -1;
    /** More letters of a stem rule out hardly any more words. */
    private static final int PREFIX_LENGTH = 5;

    private final int[] masks;

    /**
     * @param stems stems of the index; their last letter is ignored, because stemming may have changed it, as in
     * {@code fly} and {@code flies}
     */
    LetterMask(Collection<String> stems) {
        this.masks = stems.stream().mapToInt(stem -> of(stem, Math.min(PREFIX_LENGTH, stem.length() - 1), 0)).toArray();
    }

    /** Whether the word may have one of the stems. False positives are possible, false negatives are not. */
    boolean mayMatch(String word) {
        var wordLetters = of(word, word.length(), ALL_LETTERS);
        for (var stemLetters : masks) {
            if ((wordLetters & stemLetters) == stemLetters) {
                return true;
            }
        }
        return false;
    }

    /**
     * A bit set of letters.
     * @param unknownBits the bits of a character outside the alphabet
     */
    private static int of(String word, int end, int unknownBits) {
        var letters = 0;
        for (var i = 0; i < end; i++) {
            letters |= bit(word.charAt(i), unknownBits);
        }
        return letters;
    }

    private static int bit(char character, int unknownBits) {
        var lowerCase = character | 0x20;
        if (lowerCase >= 'a' && lowerCase <= 'z') {
            return 1 << lowerCase - 'a';
        }
        return character >= '0' && character <= '9' || character == '-' ? 0 : unknownBits;
    }
}
