package org.depesche.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The readable last segment of a URL: lower-case ASCII words joined by hyphens. */
public final class Slug {

    /** The maximum number of characters. */
    public static final int MAX_LENGTH = 190;

    /**
     * All slugs match this regular expression. Of the texts of at most {@value #MAX_LENGTH} characters that match it, only
     * UUIDs are no slugs.
     */
    public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /**
     * Letters that Unicode does not decompose into an ASCII letter and marks, and the German letters, which Unicode
     * decomposes differently from German spelling.
     */
    private static final Map<Character, String> TRANSLITERATIONS = Map.ofEntries(
            Map.entry('ä', "ae"), Map.entry('ö', "oe"), Map.entry('ü', "ue"), Map.entry('ß', "ss"),
            Map.entry('æ', "ae"), Map.entry('œ', "oe"), Map.entry('ø', "o"), Map.entry('ł', "l"),
            Map.entry('đ', "d"), Map.entry('ð', "d"), Map.entry('þ', "th"), Map.entry('ħ', "h"),
            Map.entry('ı', "i"), Map.entry('ĸ', "k"), Map.entry('ŋ', "n"), Map.entry('ŧ', "t"),
            Map.entry('ə', "e"), Map.entry('ƒ', "f"), Map.entry('ɓ', "b"), Map.entry('ɗ', "d"),
            Map.entry('ƙ', "k"), Map.entry('ƴ', "y"), Map.entry('ɨ', "i"), Map.entry('ʉ', "u"));

    /** Characters inside a word, not between words: apostrophes, the soft hyphen, invisible joiners. */
    private static final String IGNORED_CHARACTERS = "'’‘ʼ`´\u00AD\u200B\u200C\u200D\u2060\uFEFF";

    private Slug() {
    }

    /**
     * Returns whether the text is a valid slug. Text that parses as an identifier is not, because such a URL would have
     * two meanings.
     */
    public static boolean isSlug(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || text.charAt(0) == '-' || text.charAt(text.length() - 1) == '-') {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (!isWord(text.charAt(i)) && !(text.charAt(i) == '-' && text.charAt(i - 1) != '-')) {
                return false;
            }
        }
        return Uuid7.parse(text).isEmpty();
    }

    /** Returns the slug of these words, or the fallback if no character can be spelled in ASCII. */
    public static String from(String words, String fallback) {
        var slug = cut(hyphenated(words), MAX_LENGTH);
        return isSlug(slug) ? slug : fallback;
    }

    /** Returns a slug that avoids a collision: {@code wahl-2}, {@code wahl-3} for {@code wahl}. */
    public static String numbered(String slug, int n) {
        var number = "-" + n;
        return cut(slug, MAX_LENGTH - number.length()) + number;
    }

    /** Returns the slug, or the first of its numbered forms, that passes the test. */
    public static String firstAvailable(String slug, Predicate<String> isAvailable) {
        var candidate = slug;
        for (var n = 2; !isAvailable.test(candidate); n++) {
            candidate = numbered(slug, n);
        }
        return candidate;
    }

    private static String hyphenated(String words) {
        // Composes first, so that an "a" followed by a combining diaeresis is spelled "ae" as well.
        var lower = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var slug = new StringBuilder(lower.length() + 8);
        for (var i = 0; i < lower.length() && slug.length() <= 2 * MAX_LENGTH; i++) {
            append(slug, lower.charAt(i));
        }
        return withoutTrailingHyphens(slug);
    }

    private static void append(StringBuilder slug, char c) {
        if (isWord(c)) {
            slug.append(c);
        } else if (TRANSLITERATIONS.containsKey(c)) {
            slug.append(TRANSLITERATIONS.get(c));
        } else if (c < 0x80 || !Character.isLetter(c)) {
            separate(slug, c);
        } else {
            Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).chars()
                    .filter(part -> isWord((char) part)).forEach(part -> slug.append((char) part));
        }
    }

    private static void separate(StringBuilder slug, char c) {
        var silent = IGNORED_CHARACTERS.indexOf(c) >= 0 || Character.getType(c) == Character.NON_SPACING_MARK;
        if (!silent && !slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
    }

    private static String withoutTrailingHyphens(StringBuilder slug) {
        var end = slug.length();
        while (end > 0 && slug.charAt(end - 1) == '-') {
            end--;
        }
        return slug.substring(0, end);
    }

    /** Cuts between two words if a boundary is in the last half, otherwise inside the long word. */
    private static String cut(String slug, int max) {
        if (slug.length() <= max) {
            return slug;
        }
        var boundary = slug.lastIndexOf('-', max);
        return slug.substring(0, boundary > max / 2 ? boundary : max);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
