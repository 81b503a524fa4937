package org.depesche.delivery.search.language;

import java.text.Normalizer;
import java.util.Locale;

/** Normalizes the spellings of one word to one form. */
final class SpellingNormalizer {

    private SpellingNormalizer() {
    }

    /**
     * Lower case, and ASCII where possible: {@code Müller} and {@code Mueller} become equal, {@code Muller} stays
     * different.
     */
    static String normalize(String written) {
        var ascii = new StringBuilder(written.length() + 4);
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC);
        for (var i = 0; i < text.length(); i++) {
            var character = Character.toLowerCase(text.charAt(i));
            switch (character) {
                case 'ä', 'æ' -> ascii.append("ae");
                case 'ö', 'ø', 'œ' -> ascii.append("oe");
                case 'ü' -> ascii.append("ue");
                case 'ß' -> ascii.append("ss");
                default -> ascii.append(character);
            }
        }
        return letters(ascii.toString());
    }

    // also drops characters inside a word that are no letters: soft hyphens and gender marks
    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        var decomposed = Normalizer.isNormalized(text, Normalizer.Form.NFD) ? text
                : Normalizer.normalize(text, Normalizer.Form.NFD);
        decomposed.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Folds umlauts, whichever way they were spelled, so that {@code Muller} also matches {@code Müller} and
     * {@code Mueller}.
     */
    static String foldUmlauts(String exact) {
        var folded = new StringBuilder(exact.length());
        for (var i = 0; i < exact.length(); i++) {
            var character = exact.charAt(i);
            folded.append(character);
            if (i + 1 < exact.length() && exact.charAt(i + 1) == 'e'
                    && isUmlaut(character, i == 0 ? ' ' : exact.charAt(i - 1))) {
                i++;
            }
        }
        return folded.toString();
    }

    // as in Lucene's German normalization: `ue` after a vowel or q is no umlaut (neue, Quelle)
    private static boolean isUmlaut(char character, char before) {
        return character == 'a' || character == 'o' || character == 'u' && "aeiouq".indexOf(before) < 0;
    }

    /** Whether a word is written in capitals. Abbreviations have no endings to strip. */
    static boolean isAbbreviation(String text) {
        return text.length() >= 2 && text.length() <= 5 && text.chars().allMatch(Character::isUpperCase);
    }
}
