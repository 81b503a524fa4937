package org.depesche.content.body.html;

import org.depesche.kernel.PlainText;

/** Converts text to sanitized HTML and back. */
public final class HtmlEscaper {

    static final String BREAK = "<br>";

    private HtmlEscaper() {
    }

    /** Escapes text for element content. Invalid characters become U+FFFD. */
    public static String escape(String text) {
        var html = new StringBuilder(text.length() + 16);
        escape(text, html);
        return html.toString();
    }

    /** Returns the text of sanitized HTML. There {@code <} and {@code >} occur only in tags, so no parser is needed. */
    public static String textOf(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        var text = new StringBuilder(html.length());
        var position = 0;
        for (var tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', position)) {
            text.append(html, position, tag);
            if (html.startsWith(BREAK, tag)) {
                text.append('\n');
            }
            var end = html.indexOf('>', tag);
            position = end < 0 ? html.length() : end + 1;
        }
        text.append(html, position, html.length());
        return unescape(text.toString());
    }

    private static String unescape(String text) {
        return text.indexOf('&') < 0 ? text
                : text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }

    public static boolean isBlank(String text) {
        return PlainText.isBlank(text);
    }

    /** Escapes text for an attribute value in double quotes. */
    public static String escapeAttribute(String text) {
        return escape(text).replace("\"", "&quot;");
    }

    /** White space as HTML defines it; a no-break space is not included. */
    static boolean isHtmlSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    /** Returns whether a reader that collapses white space and trims line breaks would not change the HTML. */
    public static boolean isCollapsed(String html) {
        if (html.isEmpty()) {
            return true;
        }
        var hasBlankEnd = isBlank(html.substring(0, 1)) || isBlank(html.substring(html.length() - 1));
        if (hasBlankEnd || !html.equals(trimBreaks(html)) || html.contains(BREAK + BREAK) || html.contains(BREAK + " ")) {
            return false;
        }
        for (var i = 0; i < html.length(); i++) {
            var c = html.charAt(i);
            if (isHtmlSpace(c) && (c != ' ' || isHtmlSpace(html.charAt(i + 1)))) {
                return false;
            }
        }
        return true;
    }

    /** Removes white space and {@code <br>} at both ends. */
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

    /**
     * Returns whether a reference names a character. One such as {@code &#0;} or {@code &#xD800;} does not. Browsers show
     * U+FFFD for it, and so does this class.
     */
    private static boolean isCharacter(String text, int index) {
        var c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        return c != 0 && (!Character.isLowSurrogate(c) || index > 0 && Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
