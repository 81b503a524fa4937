package org.depesche.platform.json;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether strings are text: {@code "\\uD800"} is valid JSON, but half a character. */
final class UnicodeText {

    private UnicodeText() {
    }

    static boolean isWellFormed(String string) {
        for (var i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            var paired = Character.isHighSurrogate(c) && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1));
            if (!paired) {
                return false;
            }
            i++;
        }
        return true;
    }

    /** Tells of every string and every name in the value that is no text. The depth is bounded by the parser. */
    static void rejectUnpairedSurrogates(JsonNode value, String pointer, BiConsumer<String, String> reject) {
        if (value.isTextual() && !isWellFormed(value.textValue())) {
            reject.accept(pointer, "holds half of a surrogate pair, which is no character.");
        } else if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                rejectUnpairedSurrogates(value.get(i), pointer + "/" + i, reject);
            }
        } else if (value.isObject()) {
            value.properties().forEach(member -> {
                var at = JsonPointers.child(pointer, member.getKey());
                if (!isWellFormed(member.getKey())) {
                    reject.accept(at, "The member's name holds half of a surrogate pair, which is no character.");
                }
                rejectUnpairedSurrogates(member.getValue(), at, reject);
            });
        }
    }

    /** A foreign string as it may stand in a message: short, and text. */
    static String abbreviated(String string, int max) {
        var cut = string.length() <= max ? string : string.substring(0, max) + "…";
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
