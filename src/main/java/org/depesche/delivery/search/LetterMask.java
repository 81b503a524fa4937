package org.depesche.delivery.search;

import java.util.Collection;

/**
 * Tells by their letters alone that most words of a text are not those that were looked for. What is no letter of the plain
 * alphabet, as ä or ß, may be any.
 */
final class LetterMask {

    private static final int ALL = -1;
    /** More of a stem's beginning than these says little more. */
    private static final int PREFIX_LENGTH = 5;

    private final int[] masks;

    /** @param stems as the index has them; what ends them may have been changed, as in {@code fly} and {@code flies} */
    LetterMask(Collection<String> stems) {
        this.masks = stems.stream().mapToInt(stem -> of(stem, Math.min(PREFIX_LENGTH, stem.length() - 1), 0)).toArray();
    }

    /** False when no form of the word can be one of the stems. */
    boolean mayMatch(String word) {
        var there = of(word, word.length(), ALL);
        for (var letters : masks) {
            if ((there & letters) == letters) {
                return true;
            }
        }
        return false;
    }

    /** One bit a letter. */
    private static int of(String word, int end, int otherwise) {
        var letters = 0;
        for (var i = 0; i < end; i++) {
            letters |= bit(word.charAt(i), otherwise);
        }
        return letters;
    }

    private static int bit(char sign, int otherwise) {
        var small = sign | 0x20;
        if (small >= 'a' && small <= 'z') {
            return 1 << small - 'a';
        }
        return sign >= '0' && sign <= '9' || sign == '-' ? 0 : otherwise;
    }
}
