package org.depesche.content.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Decides whether a stored body can be delivered unchanged. The scanner looks at the strings only and does not parse the
 * JSON. In doubt the answer is no. An empty string is omitted in responses, and a numeric escape (for example of an
 * emoji) is written differently. All types of blocks except the listed ones contain references.
 */
final class PassthroughScanner {

    private static final byte[] TYPE = bytes("type");
    private static final List<byte[]> PLAIN_TYPES = List.of(bytes("paragraph"), bytes("heading"), bytes("quote"),
            bytes("question"),
            bytes("list"), bytes("table"), bytes("file"));

    private final byte[] json;
    private int position;

    PassthroughScanner(byte[] json) {
        this.json = json;
    }

    /** Reads the JSON to its end, or up to a block that is no passthrough. Returns whether all blocks are. */
    boolean scan() {
        var isType = false;
        for (var start = nextText(); start > 0; start = nextText()) {
            var end = endOfText();
            if (end <= start || isType && !isPlain(start, end)) {
                return false;
            }
            isType = !isType && matches(TYPE, start, end);
        }
        return position == json.length;
    }

    /** Returns the index after the next string's opening quote, or zero if there is none. */
    private int nextText() {
        while (position < json.length && json[position] != '"') {
            position++;
        }
        return position < json.length ? ++position : 0;
    }

    /**
     * Returns the index of the string's closing quote, or zero if the string has a numeric escape or does not end.
     * Advances behind the string.
     */
    private int endOfText() {
        for (; position < json.length && json[position] != '"'; position++) {
            if (json[position] == '\\' && (++position == json.length || json[position] == 'u')) {
                return 0;
            }
        }
        return position < json.length ? position++ : 0;
    }

    private boolean isPlain(int start, int end) {
        for (var type : PLAIN_TYPES) {
            if (matches(type, start, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(byte[] word, int start, int end) {
        return Arrays.equals(json, start, end, word, 0, word.length);
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
