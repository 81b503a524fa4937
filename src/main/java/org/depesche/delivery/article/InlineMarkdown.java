package org.depesche.delivery.article;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Renders inline HTML and plain text as Markdown (CommonMark), so that a reader of the Markdown sees the very same words. */
final class InlineMarkdown {

    /** Markup at any place. An ampersand is markup only where it begins a character reference. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~]|&(?=#?\\w+;)");
    /** The beginning of a list, or a whole line that is a rule or underlines a heading. */
    private static final Pattern LINE_MARKER = Pattern.compile("^(\\s*)([-+](?=\\s|$)|[-=](?=[-=]*\\s*$))");
    /** The beginning of a numbered list. CommonMark has no escape for a digit, so that the mark after it is escaped. */
    private static final Pattern NUMBER_MARKER = Pattern.compile("^(\\s*\\d{1,9})([.)])(?=\\s|$)");
    private static final String BREAK = "  \n";

    private InlineMarkdown() {
    }

    /** Escapes plain text. The result is one line in which nothing is markup. */
    static String escape(String plain) {
        var escaped = SPECIAL.matcher(oneLine(plain)).replaceAll("\\\\$0");
        return NUMBER_MARKER.matcher(LINE_MARKER.matcher(escaped).replaceFirst("$1\\\\$2")).replaceFirst("$1\\\\$2");
    }

    /** Renders inline HTML. Each {@code br} becomes a hard line break. */
    static String of(@Nullable String html) {
        return html == null ? "" : children(Jsoup.parseBodyFragment(html).body()).strip();
    }

    /** Renders inline HTML for a place that ends with its line, such as a heading. */
    static String lineOf(@Nullable String html) {
        return of(html).replace(BREAK, " ");
    }

    /**
     * Puts marks of emphasis around text. White space stays outside of them: CommonMark takes marks beside white space for
     * text (section 6.2).
     */
    static String emphasized(String mark, String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? text
                : text.substring(0, start) + mark + text.substring(start, end) + mark + text.substring(end);
    }

    static String link(String url, String markdown) {
        return "[" + markdown + "](" + target(url) + ")";
    }

    /** Returns a URL as the target of a link or an image. */
    static String target(String url) {
        return url.replace("(", "%28").replace(")", "%29");
    }

    private static String children(Node parent) {
        return parent.childNodes().stream().map(InlineMarkdown::node).collect(Collectors.joining());
    }

    private static String node(Node node) {
        if (node instanceof TextNode words) {
            return text(words);
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        var inner = children(element);
        return switch (element.normalName()) {
            case "em" -> emphasized("*", inner);
            case "strong" -> emphasized("**", inner);
            case "code" -> code(oneLine(element.wholeText()));
            case "br" -> BREAK;
            case "a" -> link(element.attr("href"), inner);
            case "sub", "sup", "mark" -> "<" + element.normalName() + ">" + inner + "</" + element.normalName() + ">";
            case "q" -> "„" + inner + "“";
            default -> inner;
        };
    }

    /** An exclamation mark before a link would make an image of the link. */
    private static String text(TextNode words) {
        var escaped = escape(words.getWholeText());
        var isBeforeLink = words.nextSibling() instanceof Element next && next.nameIs("a");
        return isBeforeLink && escaped.endsWith("!") ? escaped.substring(0, escaped.length() - 1) + "\\!" : escaped;
    }

    /** The delimiters are one backtick longer than any run of backticks in the code (CommonMark, section 6.1). */
    private static String code(String code) {
        if (code.isBlank()) {
            return code;
        }
        var longest = 0;
        var run = 0;
        for (var i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        var delimiter = "`".repeat(longest + 1);
        var padding = longest > 0 ? " " : "";
        return delimiter + padding + code + padding + delimiter;
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
