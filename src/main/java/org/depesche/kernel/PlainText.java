package org.depesche.kernel;

import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Extracts the text of an HTML fragment as a reader sees it, without the markup. */
public final class PlainText {

    private static final Set<String> INVISIBLE_ELEMENTS = Set.of("script", "style", "template", "noscript", "head", "title",
            "iframe",
            "noframes", "noembed", "textarea", "select", "object", "svg", "math");

    /** Letters and symbols that fonts show as nothing (Unicode: default ignorable, or blank by definition). */
    private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

    /** Elements that stand in a sentence, although jsoup lays them out as blocks. */
    private static final Set<String> PHRASES = Set.of("ins", "del", "br", "video", "audio", "canvas", "svg", "math", "script",
            "noscript", "template", "style", "link", "meta");

    private static final boolean[] SPACES = spaces();

    private PlainText() {
    }

    /**
     * Returns the visible text. White space is preserved. {@code <br>} and the border of a block become a line break.
     * Text without {@code <} and {@code &} is returned unchanged.
     */
    public static String of(String html) {
        if (html.indexOf('<') < 0) {
            return html.indexOf('&') < 0 ? html : Parser.unescapeEntities(html, false);
        }
        var words = new Words();
        Jsoup.parseBodyFragment(html).body().traverse(words);
        return words.text.toString();
    }

    /** Returns whether a browser shows the element on lines of its own. */
    public static boolean isBlock(Element element) {
        return element.isBlock() && !PHRASES.contains(element.normalName());
    }

    /** Counts the words of a text: runs of characters other than white space that contain a letter or a digit. */
    public static int countWords(String text) {
        var count = 0;
        var counted = false;
        for (var i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c >= SPACES.length) {
                c = text.codePointAt(i);
                i += Character.charCount(c) - 1;
            }
            if (isSpace(c)) {
                counted = false;
            } else if (!counted && Character.isLetterOrDigit(c)) {
                counted = true;
                count++;
            }
        }
        return count;
    }

    /**
     * Returns whether a reader sees nothing of the text: white space, zero-width and bidi characters, soft hyphens, variation
     * selectors, tags, Hangul fillers, the blank Braille pattern, and marks without a letter to stand on.
     */
    public static boolean isInvisible(String text) {
        return text.codePoints().allMatch(PlainText::isInvisible);
    }

    private static boolean isInvisible(int c) {
        return isSpace(c) || BLANK_LETTERS.indexOf(c) >= 0 || switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                true;
            default -> false;
        };
    }

    /** Returns whether the text consists of white space alone, including Unicode's no-break spaces. */
    public static boolean isBlank(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Looks up most characters in a table, because an import calls this method for every character of its articles. */
    private static boolean isSpace(int c) {
        return c < SPACES.length ? SPACES[c] : Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean[] spaces() {
        var spaces = new boolean[0x180];
        for (var c = 0; c < spaces.length; c++) {
            spaces[c] = Character.isWhitespace(c) || Character.isSpaceChar(c);
        }
        return spaces;
    }

    private static final class Words implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element element) {
                enter(element);
            }
        }

        private void enter(Element element) {
            if (element.nameIs("br")) {
                text.append('\n');
            } else if (INVISIBLE_ELEMENTS.contains(element.normalName())) {
                element.empty();
            } else if (isBlock(element)) {
                breakLine();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && depth > 0 && node.nextSibling() != null && divides(element)) {
                breakLine();
            }
        }

        private static boolean divides(Element element) {
            return isBlock(element) && !INVISIBLE_ELEMENTS.contains(element.normalName());
        }

        private void breakLine() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
