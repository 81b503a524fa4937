package org.depesche.content.body;

import org.depesche.content.body.html.HtmlEscaper;
import org.jspecify.annotations.Nullable;

/** Writes elements. Texts and attribute values are escaped; inline HTML is sanitized already. */
final class HtmlWriter {

    private final StringBuilder html = new StringBuilder();

    /** @param attributes names and values in turn; an attribute without value (null) is left out */
    HtmlWriter open(String name, @Nullable Object... attributes) {
        html.append('<').append(name);
        for (var i = 0; i < attributes.length; i += 2) {
            attribute(String.valueOf(attributes[i]), attributes[i + 1]);
        }
        html.append('>');
        return this;
    }

    private void attribute(String name, @Nullable Object value) {
        if (value != null) {
            html.append(' ').append(name);
            var text = value.toString();
            if (!text.isEmpty() || name.equals("alt")) {
                html.append("=\"").append(HtmlEscaper.escapeAttribute(text)).append('"');
            }
        }
    }

    HtmlWriter close(String name) {
        html.append("</").append(name).append('>');
        return this;
    }

    /** Writes an element with inline HTML. White space that a parser would collapse is marked as significant. */
    void inline(String name, String inline, @Nullable Object... attributes) {
        open(name, attributes);
        if (!HtmlEscaper.isCollapsed(inline)) {
            html.insert(html.length() - 1, " " + BlockMarkup.EXACT);
        }
        html.append(inline);
        close(name);
    }

    /** Writes an element with plain text, or nothing without text. */
    void text(String name, @Nullable String text, @Nullable Object... attributes) {
        if (text != null) {
            open(name, attributes);
            html.append(HtmlEscaper.escape(text));
            close(name);
        }
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
