package org.depesche.delivery.search.language;

import java.text.Normalizer;
import java.util.Locale;

/** Ways of writing one word brought to one form. */
final class SpellingNormalizer {

    private SpellingNormalizer() {
    }

    /** In small letters and ASCII where it can be: {@code Müller} and {@code Mueller} are one, {@code Muller} is another. */
    static String normalize(String written) {
        var plain = new StringBuilder(written.length() + 4);
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC);
        for (var i = 0; i < text.length(); i++) {
            var sign = Character.toLowerCase(text.charAt(i));
            switch (sign) {
                case 'ä', 'æ' -> plain.append("ae");
                case 'ö', 'ø', 'œ' -> plain.append("oe");
                case 'ü' -> plain.append("ue");
                case 'ß' -> plain.append("ss");
                default -> plain.append(sign);
            }
        }
        return letters(plain.toString());
    }

    // also drops what stands in a word and is no letter: hyphens that divide lines, gender marks
    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        var apart = Normalizer.isNormalized(text, Normalizer.Form.NFD) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        apart.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** The exact form without its umlauts, however they were written: {@code Muller} meets the others. */
    static String foldUmlauts(String exact) {
        var folded = new StringBuilder(exact.length());
        for (var i = 0; i < exact.length(); i++) {
            var sign = exact.charAt(i);
            folded.append(sign);
            if (i + 1 < exact.length() && exact.charAt(i + 1) == 'e' && isUmlaut(sign, i == 0 ? ' ' : exact.charAt(i - 1))) {
                i++;
            }
        }
        return folded.toString();
    }

    // as in Lucene's German normalization: `ue` after a vowel or q is none (neue, Quelle)
    private static boolean isUmlaut(char sign, char before) {
        return sign == 'a' || sign == 'o' || sign == 'u' && "aeiouq".indexOf(before) < 0;
    }

    /** Written in capitals: an abbreviation, which has no endings. */
    static boolean isAbbreviation(String written) {
        return written.length() >= 2 && written.length() <= 5 && written.chars().allMatch(Character::isUpperCase);
    }
}
