package org.depesche.content.body.html;

import org.depesche.kernel.PlainText;

/** Text on its way into clean HTML and out of it again. */
public final class HtmlEscaper {

    static final String BREAK = "<br>";

    private HtmlEscaper() {
    }

    public static String escape(String text) {
        var html = new StringBuilder(text.length() + 16);
        escape(text, html);
        return html.toString();
    }

    /** The words of what the gate has written: there, {@code <} and {@code >} stand for tags alone, so none is parsed. */
    public static String textOf(String clean) {
        if (clean.indexOf('<') < 0 && clean.indexOf('&') < 0) {
            return clean;
        }
        var words = new StringBuilder(clean.length());
        var at = 0;
        for (var tag = clean.indexOf('<'); tag >= 0; tag = clean.indexOf('<', at)) {
            words.append(clean, at, tag);
            if (clean.startsWith(BREAK, tag)) {
                words.append('\n');
            }
            var end = clean.indexOf('>', tag);
            at = end < 0 ? clean.length() : end + 1;
        }
        words.append(clean, at, clean.length());
        return unescape(words.toString());
    }

    private static String unescape(String text) {
        return text.indexOf('&') < 0 ? text
                : text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }

    public static boolean isBlank(String text) {
        return PlainText.isBlank(text);
    }

    public static String escapeAttribute(String text) {
        return escape(text).replace("\"", "&quot;");
    }

    /** What HTML takes for white space; a no-break space is a character of its own. */
    static boolean isHtmlSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    public static String trimBreaks(String html) {
        var text = html.strip();
        var start = 0;
        while (text.startsWith(BREAK, start)) {
            start += BREAK.length();
        }
        var end = text.length();
        while (end > start && text.startsWith(BREAK, end - BREAK.length())) {
            end -= BREAK.length();
        }
        return text.substring(start, end).strip();
    }

    static void escape(String text, StringBuilder html) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                default -> html.append(isCharacter(text, i) ? c : '\uFFFD');
            }
        }
    }

    /** A reference as {@code &#0;} or {@code &#xD800;} names no character; browsers show U+FFFD for it, and so do we. */
    private static boolean isCharacter(String text, int at) {
        var c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        return c != 0 && (!Character.isLowSurrogate(c) || at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
