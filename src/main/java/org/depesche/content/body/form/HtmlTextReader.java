package org.depesche.content.body.form;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockMarkup;
import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.depesche.kernel.PlainText;
import org.depesche.kernel.Slug;
import org.jsoup.nodes.Element;

/** Converts structured text elements: headings, lists, quotes, tables, code. */
final class HtmlTextReader {

    private final BodyReaderContext context;
    private final Consumer<String> warn;
    private final Consumer<Block> sink;

    HtmlTextReader(BodyReaderContext context, Consumer<String> warn, Consumer<Block> sink) {
        this.context = context;
        this.warn = warn;
        this.sink = sink;
    }

    /** Converts a heading. The article's headline is level 1, so levels are limited to 2 to 4. */
    void heading(Element heading) {
        var level = Math.max(2, Math.min(4, heading.normalName().charAt(1) - '0'));
        var anchor = Optional.of(heading.attr(BlockMarkup.ANCHOR)).filter(Slug::isSlug);
        inline(heading).ifPresent(html -> sink.accept(new Block.Heading(level, html,
                anchor.map(context.anchors()::unique).orElseGet(() -> context.anchors().fromHtml(html)))));
    }

    void list(Element list) {
        HtmlListReader.read(list, warn).ifPresent(sink);
    }

    void quote(Element quote, Optional<String> caption) {
        var isPullQuote = isPullQuote(quote) || quote.parents().stream().limit(3).anyMatch(HtmlTextReader::isPullQuote);
        var source = Optional.ofNullable(quote.selectFirst("> footer, > cite, > p:last-child > cite:only-child"));
        var attribution = source.map(HtmlTextReader::attribution).or(() -> caption.map(HtmlTextReader::withoutDash))
                .filter(text -> !PlainText.isBlank(text));
        source.ifPresent(Element::remove);
        var words = Optional.ofNullable(quote.selectFirst("> p[" + BlockMarkup.EXACT + "]:only-child")).orElse(quote);
        inline(words).ifPresent(html -> sink.accept(new Block.Quote(html, attribution.orElse(null), isPullQuote)));
    }

    private static String attribution(Element source) {
        return source.hasAttr(BlockMarkup.BLOCK) ? source.wholeText() : withoutDash(source.text());
    }

    static boolean isPullQuote(Element element) {
        return element.className().toLowerCase(Locale.ROOT).contains("pull");
    }

    private static String withoutDash(String attribution) {
        return attribution.strip().replaceFirst("^[\\u2012-\\u2015-]+\\s*", "");
    }

    /** Converts line breaks to {@code <br>}, because white space is significant in this element. */
    void code(Element pre) {
        var text = pre.wholeText();
        if (!text.isBlank()) {
            var lines = text.strip().lines().map(HtmlEscaper::escape).collect(Collectors.joining("<br>"));
            sink.accept(new Block.Paragraph("<code>" + lines + "</code>"));
        }
    }

    void table(Element table) {
        HtmlTableReader.read(table, warn).ifPresent(sink);
    }

    /** Returns the text of an element. White space is significant where the service rendered the element. */
    static String plain(Element element) {
        return element.closest("[" + BlockMarkup.BLOCK + "], [" + BlockMarkup.IMAGE + "]") == null ? element.text()
                : element.wholeText();
    }

    private Optional<String> inline(Element element) {
        return InlineHtmlSanitizer.sanitize(element.childNodes(), !element.hasAttr(BlockMarkup.EXACT), warn);
    }
}
