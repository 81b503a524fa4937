package org.depesche.content.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Tells whether a stored body is delivered as it is: without taking it apart, going from text to text. It says no when in
 * doubt. What is written otherwise in answers is an empty text, which is left out, and whatever is stored as an escape with a
 * number, as an emoji; what has to be resolved is every type of block but these.
 */
final class PassthroughScanner {

    private static final byte[] TYPE = bytes("type");
    private static final List<byte[]> PLAIN = List.of(bytes("paragraph"), bytes("heading"), bytes("quote"), bytes("question"),
            bytes("list"), bytes("table"), bytes("file"));

    private final byte[] json;
    private int at;

    PassthroughScanner(byte[] json) {
        this.json = json;
    }

    boolean isPassthrough() {
        var isType = false;
        for (var start = nextText(); start > 0; start = nextText()) {
            var end = endOfText();
            if (end <= start || isType && !isPlain(start, end)) {
                return false;
            }
            isType = !isType && matches(TYPE, start, end);
        }
        return at == json.length;
    }

    /** Where the next text begins, after its quote; zero when there is none. */
    private int nextText() {
        while (at < json.length && json[at] != '"') {
            at++;
        }
        return at < json.length ? ++at : 0;
    }

    /** Where it ends, or nothing where it has an escape with a number or does not end; goes on behind it. */
    private int endOfText() {
        for (; at < json.length && json[at] != '"'; at++) {
            if (json[at] == '\\' && (++at == json.length || json[at] == 'u')) {
                return 0;
            }
        }
        return at < json.length ? at++ : 0;
    }

    private boolean isPlain(int start, int end) {
        for (var type : PLAIN) {
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
