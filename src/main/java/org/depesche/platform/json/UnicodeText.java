package org.depesche.platform.json;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks that strings are well-formed Unicode: {@code "\\uD800"} is valid JSON, but an unpaired surrogate. */
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

    /** Reports every string and every member name with an unpaired surrogate. The parser bounds the depth. */
    static void rejectUnpairedSurrogates(JsonNode value, String pointer, BiConsumer<String, String> reject) {
        if (value.isTextual() && !isWellFormed(value.textValue())) {
            reject.accept(pointer, "holds half of a surrogate pair, which is no character.");
        } else if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                rejectUnpairedSurrogates(value.get(i), pointer + "/" + i, reject);
            }
        } else if (value.isObject()) {
            value.properties().forEach(member -> {
                var memberPointer = JsonPointers.child(pointer, member.getKey());
                if (!isWellFormed(member.getKey())) {
                    reject.accept(memberPointer, "The member's name holds half of a surrogate pair, which is no character.");
                }
                rejectUnpairedSurrogates(member.getValue(), memberPointer, reject);
            });
        }
    }

    /** Returns a client's string in a form that is safe for a message: short and well-formed. */
    static String abbreviated(String string, int max) {
        var cut = string.length() <= max ? string : string.substring(0, max) + "…";
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
