package org.depesche.platform.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import org.depesche.kernel.XmlCharacters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

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

    /** Removes what XML cannot carry from every string. Returns the number of removed characters by the string's pointer. */
    static Map<String, Integer> removeForbidden(ObjectNode members, String pointer) {
        var removed = new LinkedHashMap<String, Integer>();
        clean(members, pointer, removed);
        return removed;
    }

    private static JsonNode clean(JsonNode value, String pointer, Map<String, Integer> removed) {
        if (value.isTextual()) {
            var count = XmlCharacters.countForbidden(value.textValue());
            if (count > 0) {
                removed.put(pointer, count);
                return TextNode.valueOf(XmlCharacters.withoutForbidden(value.textValue()));
            }
        } else if (value instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, clean(array.get(i), pointer + "/" + i, removed));
            }
        } else if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> member
                    .setValue(clean(member.getValue(), JsonPointers.child(pointer, member.getKey()), removed)));
        }
        return value;
    }

    /** Returns a client's string in a form that is safe for a message: short and well-formed. */
    static String abbreviated(String string, int max) {
        var cut = string.length() <= max ? string : string.substring(0, max) + "…";
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
