package org.depesche.kernel;

/**
 * The characters that no XML document can carry (XML 1.0, section 2.2): most control characters, U+FFFE and U+FFFF. NUL and
 * unpaired surrogates are forbidden, too, but a client that sends one gets an error.
 */
public final class XmlCharacters {

    private XmlCharacters() {
    }

    /** Counts these characters in a text. */
    public static int countForbidden(String text) {
        var count = 0;
        for (var i = 0; i < text.length(); i++) {
            if (isForbidden(text.charAt(i))) {
                count++;
            }
        }
        return count;
    }

    /** Returns the text without them. */
    public static String withoutForbidden(String text) {
        if (countForbidden(text) == 0) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.chars().filter(c -> !isForbidden((char) c)).forEach(c -> clean.append((char) c));
        return clean.toString();
    }

    private static boolean isForbidden(char c) {
        return c < ' ' && c != '\0' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE';
    }
}
