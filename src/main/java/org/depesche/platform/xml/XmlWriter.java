package org.depesche.platform.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Writes an XML document. Every XML format of this service uses this class, because it removes the characters that XML 1.0
 * cannot carry (section 2.2): one of them makes a whole feed unreadable. Names may have prefixes that the root declares.
 *
 * <pre>
 * var xml = new XmlWriter("rss", "version", "2.0");
 * xml.text("title", "5 &lt; 6");
 * return xml.toBytes();
 * </pre>
 */
public final class XmlWriter {

    private static final String CDATA_END = "]]>";
    private static final char DELETE = 0x7F;
    private static final char NEXT_LINE = 0x85;
    private static final char LAST_CONTROL = 0x9F;
    /** The length of a feed with some whole articles, in characters. */
    private static final int EXPECTED_LENGTH = 1 << 16;

    private final StringBuilder document = new StringBuilder(EXPECTED_LENGTH);
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values by turns; an attribute whose value is null is left out */
    public XmlWriter(String root, @Nullable Object... attributes) {
        document.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        open(root, attributes);
    }

    /** Begins an element. */
    public XmlWriter open(String name, @Nullable Object... attributes) {
        writeStart(name, attributes);
        document.append('>');
        open.push(name);
        return this;
    }

    /** Ends the innermost element. */
    public XmlWriter close() {
        document.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Writes an element without content. */
    public XmlWriter empty(String name, @Nullable Object... attributes) {
        writeStart(name, attributes);
        document.append("/>");
        return this;
    }

    /** Writes an element with text. Nothing is written when the text is null. */
    public XmlWriter text(String name, @Nullable Object text, @Nullable Object... attributes) {
        if (text == null) {
            return this;
        }
        open(name, attributes);
        writeCharacters(clean(text.toString()));
        return close();
    }

    /** Writes an element with HTML as character data. Nothing is written when the HTML is null. */
    public XmlWriter html(String name, @Nullable String html, @Nullable Object... attributes) {
        if (html == null) {
            return this;
        }
        open(name, attributes);
        var clean = clean(html);
        document.append("<![CDATA[");
        var start = 0;
        for (var end = clean.indexOf(CDATA_END); end >= 0; end = clean.indexOf(CDATA_END, start)) {
            document.append(clean, start, end + 2).append("]]><![CDATA[");
            start = end + 2;
        }
        document.append(clean, start, clean.length()).append(CDATA_END);
        return close();
    }

    /** Ends all elements and returns the document. */
    public byte[] toBytes() {
        while (!open.isEmpty()) {
            close();
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text without the characters that XML 1.0 forbids, lone surrogates included, and without those that it discourages
     * (section 2.2), because validators and strict parsers of HTML report them. A next line (U+0085) becomes a line feed.
     */
    public static String clean(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return cleanFrom(text, i);
            }
        }
        return text;
    }

    private static String cleanFrom(String text, int start) {
        var clean = new StringBuilder(text.length()).append(text, 0, start);
        text.codePoints().skip(text.codePointCount(0, start)).map(c -> c == NEXT_LINE ? '\n' : c)
                .filter(XmlWriter::isCharacter).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < DELETE || c > LAST_CONTROL && c < Character.MIN_SURROGATE || c == '\n' || c == '\t';
    }

    private static boolean isCharacter(int c) {
        var isNoncharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < DELETE || c > LAST_CONTROL && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && !isNoncharacter;
    }

    /**
     * A parser would read a carriage return as a line feed, unless it is a reference. The others are references in hexadecimal,
     * because readers then know that the text is no markup that was escaped once too often (RSS Advisory Board's profile).
     */
    private void writeCharacters(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> document.append("&#x26;");
                case '<' -> document.append("&#x3C;");
                case '>' -> document.append("&gt;");
                case '\r' -> document.append("&#13;");
                default -> document.append(c);
            }
        }
    }

    private void writeStart(String name, @Nullable Object... attributes) {
        document.append('<').append(name);
        for (var i = 0; i < attributes.length; i += 2) {
            var value = attributes[i + 1];
            if (value != null) {
                document.append(' ').append(attributes[i]).append("=\"");
                writeValue(clean(value.toString()));
                document.append('"');
            }
        }
    }

    /** A parser would read white space within an attribute as a blank, unless it is a reference. */
    private void writeValue(String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '&' -> document.append("&amp;");
                case '<' -> document.append("&lt;");
                case '>' -> document.append("&gt;");
                case '"' -> document.append("&quot;");
                case '\t', '\n', '\r' -> document.append("&#").append((int) c).append(';');
                default -> document.append(c);
            }
        }
    }
}
