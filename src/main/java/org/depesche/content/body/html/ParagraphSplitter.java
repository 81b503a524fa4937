package org.depesche.content.body.html;

import java.util.ArrayList;
import java.util.List;

/** Splits plain text into paragraphs at blank lines. */
public final class ParagraphSplitter {

    private ParagraphSplitter() {
    }

    /** Returns the paragraphs without surrounding white space. */
    public static List<String> of(String text) {
        return split(text).stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** Returns the parts between blank lines unchanged. No regular expression, because it would recurse once for each line. */
    public static List<String> split(String text) {
        var parts = new ArrayList<String>();
        var start = 0;
        for (var end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            var next = endOfBlankLines(text, end + 1);
            if (next > end + 1) {
                parts.add(text.substring(start, end));
                start = next;
                end = next - 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static int endOfBlankLines(String text, int from) {
        var end = from;
        for (var i = from; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                end = i + 1;
            }
        }
        return end;
    }
}
