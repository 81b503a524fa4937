package org.depesche.platform.problem;

import java.nio.charset.StandardCharsets;

/** Makes a URI reference (RFC 3986, section 4.2) of a path as a client sent it. */
final class UriReference {

    private static final String ALLOWED = "-._~!$&'()*+,;=:@/";

    private UriReference() {
    }

    /**
     * Percent-encodes what no path may contain. Valid escapes stay. A path that starts with two slashes would name a host,
     * so that {@code /.} is put before it.
     */
    static String ofPath(String path) {
        var reference = new StringBuilder(path.length());
        for (var i = 0; i < path.length(); i += Character.charCount(path.codePointAt(i))) {
            var character = path.codePointAt(i);
            if (isAllowed(character) || path.startsWith("%", i) && isEscape(path, i)) {
                reference.appendCodePoint(character);
            } else {
                encode(character, reference);
            }
        }
        return path.startsWith("//") ? reference.insert(0, "/.").toString() : reference.toString();
    }

    private static boolean isAllowed(int character) {
        return character < 128 && Character.isLetterOrDigit(character) || ALLOWED.indexOf(character) >= 0;
    }

    private static boolean isEscape(String path, int at) {
        return at + 2 < path.length() && Character.digit(path.charAt(at + 1), 16) >= 0
                && Character.digit(path.charAt(at + 2), 16) >= 0;
    }

    private static void encode(int character, StringBuilder reference) {
        for (var octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            reference.append(String.format("%%%02X", octet & 0xff));
        }
    }
}
