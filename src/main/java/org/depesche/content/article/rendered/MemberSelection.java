package org.depesche.content.article.rendered;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Selects members of a JSON object that this service has written, without reading their values. */
final class MemberSelection {

    private MemberSelection() {
    }

    /**
     * Returns the object with some of its members, which keep their order and their bytes.
     *
     * @param json an object in UTF-8 without white space between its tokens
     */
    static byte[] retain(byte[] json, Set<String> members) {
        var retained = new ByteArrayOutputStream(json.length);
        retained.write('{');
        var at = 1;
        while (json[at] != '}') {
            var nameEnd = endOfString(json, at);
            var valueEnd = endOfValue(json, nameEnd + 1);
            if (members.contains(new String(json, at + 1, nameEnd - at - 2, StandardCharsets.UTF_8))) {
                if (retained.size() > 1) {
                    retained.write(',');
                }
                retained.write(json, at, valueEnd - at);
            }
            at = json[valueEnd] == ',' ? valueEnd + 1 : valueEnd;
        }
        retained.write('}');
        return retained.toByteArray();
    }

    /** Returns the index after the last quote of a string. */
    private static int endOfString(byte[] json, int start) {
        var at = start + 1;
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    /** Returns the index after a value: of the comma or the brace that follows it. */
    private static int endOfValue(byte[] json, int start) {
        var depth = 0;
        var at = start;
        while (depth > 0 || json[at] != ',' && json[at] != '}') {
            switch (json[at]) {
                case '"' -> at = endOfString(json, at);
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        }
        return at;
    }
}
