package org.depesche.content.body.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.depesche.kernel.PlainText;
import org.depesche.kernel.XmlCharacters;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Sanitizes inline HTML against one safelist. All HTML in bodies passes this class. It writes new markup, so that only
 * the text of the input survives. Removed elements and attributes are reported as warnings.
 */
public final class InlineHtmlSanitizer implements NodeFilter {

    static final Safelist SAFELIST = new Safelist()
            .addTags("a", "em", "strong", "code", "sub", "sup", "br", "mark", "q", "span")
            .addAttributes("a", "href", "hreflang", "rel", "title")
            .addAttributes("span", "lang")
            .addProtocols("a", "href", "http", "https", "mailto");

    /** Elements whose content is not visible text. */
    public static final Set<String> NON_TEXT_ELEMENTS = Set.of("script", "style", "template", "noscript", "head", "title",
            "meta", "link",
            "base",
            "iframe", "frame", "frameset", "noframes", "noembed", "object", "embed", "applet", "param", "svg", "math", "audio",
            "video", "source", "track", "canvas", "img", "picture", "map", "area", "form", "input", "select", "button",
            "datalist",
            "dialog", "progress", "meter", "portal", "fencedframe");

    /** Elements that only affect the layout; they are removed without a warning. */
    private static final Set<String> LAYOUT_ELEMENTS = Set.of("p", "div", "section", "article", "main", "header", "footer",
            "hgroup",
            "center", "address", "font", "big", "tbody", "li", "dd", "dt", "figure", "figcaption", "wbr", "nobr", "tt", "body",
            "html");

    private static final Map<String, String> REPLACED_TAGS = Map.of("i", "em", "b", "strong");
    /** Deeper nesting has no meaning for readers, and may exceed the limits of a front end's parser. */
    private static final int MAX_DEPTH = 16;

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> closings = new ArrayDeque<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final boolean collapsing;
    private final Consumer<String> warn;
    private boolean isBreakPending;
    private boolean isBlank = true;

    private InlineHtmlSanitizer(boolean collapsing, Consumer<String> warn) {
        this.collapsing = collapsing;
        this.warn = warn;
    }

    /** Sanitizes a fragment. Empty if no text is left. Text without {@code <} and {@code &} is returned unchanged. */
    public static Optional<String> sanitize(String html, Consumer<String> warn) {
        if (html.indexOf('<') < 0) {
            var text = html.indexOf('&') < 0 ? html : HtmlEscaper.escape(clean(Parser.unescapeEntities(html, false), warn));
            return HtmlEscaper.isBlank(text) ? Optional.empty() : Optional.of(text);
        }
        return sanitize(Jsoup.parseBodyFragment(html).body().childNodes(), false, warn);
    }

    /**
     * Sanitizes nodes of a parsed document.
     *
     * @param collapsing whether white space collapses to one space, as browsers show it
     * @param warn receives a sentence for each removal
     */
    public static Optional<String> sanitize(List<Node> nodes, boolean collapsing, Consumer<String> warn) {
        var sanitizer = new InlineHtmlSanitizer(collapsing, warn);
        nodes.forEach(node -> NodeTraversor.filter(sanitizer, node));
        return sanitizer.isBlank ? Optional.empty()
                : Optional.of(collapsing ? HtmlEscaper.trimBreaks(sanitizer.html.toString()) : sanitizer.html.toString());
    }

    /** Returns whether inline HTML may contain the element, so that its loss around blocks is reported as a warning. */
    public static boolean isKept(Element element) {
        return SAFELIST.isSafeTag(REPLACED_TAGS.getOrDefault(element.normalName(), element.normalName()))
                && !element.nameIs("span");
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            write(clean(text.getWholeText(), warn));
        } else if (node instanceof Comment) {
            warn.accept("removed a comment");
        } else if (node instanceof Element element) {
            return enterElement(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            var closing = closings.pop();
            if (!closing.isEmpty()) {
                html.append(closing);
                open.pop();
            }
            isBreakPending |= PlainText.isBlock(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enterElement(Element element) {
        var name = element.normalName();
        if (NON_TEXT_ELEMENTS.contains(name)) {
            warn.accept("removed " + Warnings.tagName(name));
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("br")) {
            html.append(HtmlEscaper.BREAK);
            isBreakPending = false;
            return FilterResult.SKIP_ENTIRELY;
        }
        var tag = REPLACED_TAGS.getOrDefault(name, name);
        closings.push(SAFELIST.isSafeTag(tag) ? openTag(tag, element) : unwrap(name, element));
        return FilterResult.CONTINUE;
    }

    private String unwrap(String name, Element element) {
        isBreakPending |= PlainText.isBlock(element);
        if (!LAYOUT_ELEMENTS.contains(name)) {
            warn.accept("removed " + Warnings.tagName(name));
        }
        element.attributes().forEach(attribute -> warnOfEventHandler(name, attribute));
        return "";
    }

    private void warnOfEventHandler(String name, Attribute attribute) {
        if (attribute.getKey().startsWith("on")) {
            warnOfAttribute(attribute, name);
        }
    }

    private String openTag(String tag, Element element) {
        var attributes = new StringBuilder();
        element.attributes().forEach(attribute -> attributes.append(attributeHtml(tag, element, attribute)));
        var isRedundant = attributes.isEmpty()
                && (tag.equals("a") || tag.equals("span") || open.contains(tag) && !tag.startsWith("su"));
        if (isRedundant || open.size() >= MAX_DEPTH) {
            return "";
        }
        writeBreak();
        html.append('<').append(tag).append(attributes).append('>');
        open.push(tag);
        return "</" + tag + ">";
    }

    private String attributeHtml(String tag, Element element, Attribute attribute) {
        var value = AttributeSanitizer.sanitize(SAFELIST, tag, element, attribute);
        if (value.isEmpty()) {
            warnOfAttribute(attribute, tag);
        }
        return value.map(text -> " " + attribute.getKey() + "=\"" + HtmlEscaper.escapeAttribute(text) + "\"").orElse("");
    }

    private void warnOfAttribute(Attribute attribute, String tag) {
        warn.accept("removed attribute " + Warnings.abbreviate(attribute.getKey()) + " of " + Warnings.tagName(tag));
    }

    /** Removes characters that XML 1.0 forbids, because feeds could not contain them. A character reference may yield one. */
    private static String clean(String text, Consumer<String> warn) {
        var count = XmlCharacters.countForbidden(text);
        if (count == 0) {
            return text;
        }
        warn.accept("removed " + count + (count == 1 ? " character" : " characters") + " that XML cannot carry");
        return XmlCharacters.withoutForbidden(text);
    }

    private void write(String text) {
        var isWhiteSpace = HtmlEscaper.isBlank(text);
        if (isWhiteSpace && collapsing && isBreakPending) {
            return;
        }
        if (!isWhiteSpace) {
            writeBreak();
            isBlank = false;
        }
        HtmlEscaper.escape(collapsing ? collapseWhiteSpace(text) : text, html);
    }

    private void writeBreak() {
        if (isBreakPending && !isBlank && !endsWith(HtmlEscaper.BREAK)) {
            html.append(HtmlEscaper.BREAK);
        }
        isBreakPending = false;
    }

    private boolean endsWith(String end) {
        return html.length() >= end.length() && html.indexOf(end, html.length() - end.length()) >= 0;
    }

    private String collapseWhiteSpace(String text) {
        var collapsed = new StringBuilder(text.length());
        var isAfterSpace = html.isEmpty() || HtmlEscaper.isHtmlSpace(html.charAt(html.length() - 1))
                || endsWith(HtmlEscaper.BREAK);
        for (var i = 0; i < text.length(); i++) {
            var isSpace = HtmlEscaper.isHtmlSpace(text.charAt(i));
            if (!isSpace || !isAfterSpace) {
                collapsed.append(isSpace ? ' ' : text.charAt(i));
            }
            isAfterSpace = isSpace;
        }
        return collapsed.toString();
    }
}
