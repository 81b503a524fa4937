package org.depesche.content.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.depesche.kernel.Language;
import org.depesche.platform.form.WebUrl;
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
    private static final String BREAK = "<br>";
    private static final Set<String> LINKS = Set.of("http", "https", "mailto");
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
            var text = html.indexOf('&') < 0 ? html : escaped(Parser.unescapeEntities(html, false));
            return isBlank(text) ? Optional.empty() : Optional.of(text);
        }
        return of(Jsoup.parseBodyFragment(html).body().childNodes(), false, warn);
    }

    /** The same for nodes of a parsed document; collapsing leaves one space where the source has several or a line break. */
    static Optional<String> of(List<Node> nodes, boolean collapsing, Consumer<String> warn) {
        var inline = new InlineHtml(collapsing, warn);
        nodes.forEach(node -> NodeTraversor.filter(inline, node));
        return inline.blank ? Optional.empty()
                : Optional.of(collapsing ? trimmed(inline.html.toString()) : inline.html.toString());
    }

    static String escaped(String text) {
        var html = new StringBuilder(text.length() + 16);
        escape(text, html);
        return html.toString();
    }

    static boolean isBlank(String text) {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
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
            html.append(BREAK);
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
        var value = SAFELIST.isSafeAttribute(tag, element, absolute(attribute)) ? safe(attribute) : Optional.<String> empty();
        if (value.isEmpty()) {
            warnOf(attribute, tag);
            return "";
        }
        return " " + attribute.getKey() + "=\"" + escaped(value.get()).replace("\"", "&quot;") + "\"";
    }

    private static Attribute absolute(Attribute attribute) {
        var hostOnly = attribute.getKey().equals("href") && attribute.getValue().startsWith("//");
        return hostOnly ? new Attribute(attribute.getKey(), "https:" + attribute.getValue()) : attribute;
    }

    private static Optional<String> safe(Attribute attribute) {
        var value = absolute(attribute).getValue();
        return switch (attribute.getKey()) {
            case "href" -> WebUrl.read(value, LINKS).map(url -> url.toString());
            case "lang", "hreflang" -> Language.normalised(value);
            case "rel" -> Optional.of(value.toLowerCase(Locale.ROOT)).filter(words -> words.matches("[a-z -]{1,100}"));
            default -> Optional.of(value);
        };
    }

    private void warnOf(Attribute attribute, String tag) {
        warn.accept("removed attribute " + Warnings.shown(attribute.getKey()) + " of " + Warnings.tag(tag));
    }

    private void write(String text) {
        if (!isBlank(text)) {
            writeBreak();
            blank = false;
        }
        escape(collapsing ? collapsed(text) : text, html);
    }

    private void writeBreak() {
        if (breakDue && !blank && !endsWith(BREAK)) {
            html.append(BREAK);
        }
        breakDue = false;
    }

    private boolean endsWith(String end) {
        return html.length() >= end.length() && html.indexOf(end, html.length() - end.length()) >= 0;
    }

    private String collapsed(String text) {
        var collapsed = new StringBuilder(text.length());
        var spaced = html.isEmpty() || isSpace(html.charAt(html.length() - 1)) || endsWith(BREAK);
        for (var i = 0; i < text.length(); i++) {
            var space = isSpace(text.charAt(i));
            if (!space || !spaced) {
                collapsed.append(space ? ' ' : text.charAt(i));
            }
            spaced = space;
        }
        return collapsed.toString();
    }

    /** What HTML takes for white space; a no-break space is a character of its own. */
    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    static String trimmed(String html) {
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

    private static void escape(String text, StringBuilder html) {
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
