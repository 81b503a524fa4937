package org.depesche.content.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
 * The one gate through which HTML gets into a body: what leaves it is inline HTML of the safelist, written anew, so that
 * nothing of the sender's spelling survives but the text. What was taken away is told.
 */
final class InlineHtml implements NodeFilter {

    static final Safelist SAFELIST = new Safelist()
            .addTags("a", "em", "strong", "code", "sub", "sup", "br", "mark", "q", "span")
            .addAttributes("a", "href", "hreflang", "rel", "title")
            .addAttributes("span", "lang")
            .addProtocols("a", "href", "http", "https", "mailto");

    /** Nothing of their content is text that a reader would have seen. */
    static final Set<String> UNREADABLE = Set.of("script", "style", "template", "noscript", "head", "title", "meta", "link",
            "base",
            "iframe", "frame", "frameset", "noframes", "noembed", "object", "embed", "applet", "param", "svg", "math", "audio",
            "video", "source", "track", "canvas", "img", "picture", "map", "area", "form", "input", "select", "button",
            "datalist",
            "dialog", "progress", "meter", "portal", "fencedframe");

    /** Elements that only arrange: around words they say nothing. */
    private static final Set<String> MEANINGLESS = Set.of("p", "div", "section", "article", "main", "header", "footer",
            "hgroup",
            "center", "address", "font", "big", "tbody", "li", "dd", "dt", "figure", "figcaption", "wbr", "nobr", "tt", "body",
            "html");

    private static final Map<String, String> MAPPED = Map.of("i", "em", "b", "strong");
    /** Beyond it tags say nothing to a reader, and a front end's parser may give up. */
    private static final int MAX_OPEN = 16;

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> closings = new ArrayDeque<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final boolean collapsing;
    private final Consumer<String> warn;
    private boolean breakDue;
    private boolean blank = true;

    private InlineHtml(boolean collapsing, Consumer<String> warn) {
        this.collapsing = collapsing;
        this.warn = warn;
    }

    /** Cleans what somebody sent; none when no text is left. Text without {@code <} and {@code &} comes back unchanged. */
    static Optional<String> clean(String html, Consumer<String> warn) {
        if (html.indexOf('<') < 0) {
            var text = html.indexOf('&') < 0 ? html : CleanText.escaped(Parser.unescapeEntities(html, false));
            return CleanText.isBlank(text) ? Optional.empty() : Optional.of(text);
        }
        return of(Jsoup.parseBodyFragment(html).body().childNodes(), false, warn);
    }

    /** The same for nodes of a parsed document; collapsing leaves one space where the source has several or a line break. */
    static Optional<String> of(List<Node> nodes, boolean collapsing, Consumer<String> warn) {
        var inline = new InlineHtml(collapsing, warn);
        nodes.forEach(node -> NodeTraversor.filter(inline, node));
        return inline.blank ? Optional.empty()
                : Optional.of(collapsing ? CleanText.trimmed(inline.html.toString()) : inline.html.toString());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            write(text.getWholeText());
        } else if (node instanceof Comment) {
            warn.accept("removed a comment");
        } else if (node instanceof Element element) {
            return enter(element);
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
            breakDue |= element.isBlock();
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        var name = element.normalName();
        if (UNREADABLE.contains(name)) {
            warn.accept("removed " + Warnings.tag(name));
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("br")) {
            html.append(CleanText.BREAK);
            breakDue = false;
            return FilterResult.SKIP_ENTIRELY;
        }
        var tag = MAPPED.getOrDefault(name, name);
        closings.push(SAFELIST.isSafeTag(tag) ? opened(tag, element) : unwrapped(name, element));
        return FilterResult.CONTINUE;
    }

    private String unwrapped(String name, Element element) {
        breakDue |= element.isBlock();
        if (!MEANINGLESS.contains(name)) {
            warn.accept("removed " + Warnings.tag(name));
        }
        element.attributes().forEach(attribute -> warnOfHandler(name, attribute));
        return "";
    }

    private void warnOfHandler(String name, Attribute attribute) {
        if (attribute.getKey().startsWith("on")) {
            warnOf(attribute, name);
        }
    }

    private String opened(String tag, Element element) {
        var attributes = new StringBuilder();
        element.attributes().forEach(attribute -> attributes.append(kept(tag, element, attribute)));
        var meaningless = attributes.isEmpty()
                && (tag.equals("a") || tag.equals("span") || open.contains(tag) && !tag.startsWith("su"));
        if (meaningless || open.size() >= MAX_OPEN) {
            return "";
        }
        writeBreak();
        html.append('<').append(tag).append(attributes).append('>');
        open.push(tag);
        return "</" + tag + ">";
    }

    private String kept(String tag, Element element, Attribute attribute) {
        var value = InlineAttributes.kept(SAFELIST, tag, element, attribute);
        if (value.isEmpty()) {
            warnOf(attribute, tag);
        }
        return value.map(text -> " " + attribute.getKey() + "=\"" + CleanText.quoted(text) + "\"").orElse("");
    }

    private void warnOf(Attribute attribute, String tag) {
        warn.accept("removed attribute " + Warnings.shown(attribute.getKey()) + " of " + Warnings.tag(tag));
    }

    private void write(String text) {
        var spaces = CleanText.isBlank(text);
        if (spaces && collapsing && breakDue) {
            return;
        }
        if (!spaces) {
            writeBreak();
            blank = false;
        }
        CleanText.escape(collapsing ? collapsed(text) : text, html);
    }

    private void writeBreak() {
        if (breakDue && !blank && !endsWith(CleanText.BREAK)) {
            html.append(CleanText.BREAK);
        }
        breakDue = false;
    }

    private boolean endsWith(String end) {
        return html.length() >= end.length() && html.indexOf(end, html.length() - end.length()) >= 0;
    }

    private String collapsed(String text) {
        var collapsed = new StringBuilder(text.length());
        var spaced = html.isEmpty() || CleanText.isSpace(html.charAt(html.length() - 1)) || endsWith(CleanText.BREAK);
        for (var i = 0; i < text.length(); i++) {
            var space = CleanText.isSpace(text.charAt(i));
            if (!space || !spaced) {
                collapsed.append(space ? ' ' : text.charAt(i));
            }
            spaced = space;
        }
        return collapsed.toString();
    }
}
