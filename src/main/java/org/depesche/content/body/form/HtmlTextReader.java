package org.depesche.content.body.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.depesche.content.body.Block;
import org.depesche.content.body.InlineText;
import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

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
        inline(heading.childNodes())
                .ifPresent(html -> sink.accept(new Block.Heading(level, html, context.anchors().fromHtml(html))));
    }

    /** Flattens nested lists: the nested items follow their item, because an item is one piece of text. */
    void list(Element list) {
        var items = new ArrayList<InlineText>();
        list.select("li").forEach(item -> {
            var ownNodes = item.childNodes().stream().filter(node -> !isList(node)).toList();
            inline(ownNodes).ifPresent(html -> items.add(new InlineText(html)));
        });
        if (!items.isEmpty()) {
            sink.accept(new Block.Items(list.nameIs("ol"), items));
        }
    }

    private static boolean isList(Node node) {
        return node instanceof Element element && (element.nameIs("ul") || element.nameIs("ol"));
    }

    void quote(Element quote, Optional<String> caption) {
        var isPullQuote = isPullQuote(quote) || quote.parents().stream().limit(3).anyMatch(HtmlTextReader::isPullQuote);
        var source = Optional.ofNullable(quote.selectFirst("> footer, > cite, > p:last-child > cite:only-child"));
        source.ifPresent(Element::remove);
        var attribution = source.map(Element::text).or(() -> caption).map(HtmlTextReader::withoutDash)
                .filter(text -> !text.isBlank());
        inline(quote.childNodes()).ifPresent(html -> sink.accept(new Block.Quote(html, attribution.orElse(null), isPullQuote)));
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

    /** Returns whether the table was used for the layout of a page. */
    static boolean isLayoutTable(Element table) {
        return table.attr("role").equals("presentation")
                || table.selectFirst("table table") != null && table.select("table").size() > 1
                || table.select("tr").stream().allMatch(row -> row.childrenSize() <= 1);
    }

    void table(Element table) {
        var caption = Optional.ofNullable(table.selectFirst("caption")).map(Element::text).filter(text -> !text.isBlank());
        var rows = new ArrayList<>(table.select("tr"));
        var header = rows.stream().findFirst().filter(HtmlTextReader::isHeaderRow);
        header.ifPresent(rows::remove);
        var cells = rows.stream().map(this::cells).filter(row -> row.stream().anyMatch(cell -> cell.html() != null)).toList();
        if (!cells.isEmpty() || header.isPresent()) {
            sink.accept(new Block.Table(caption.orElse(null), header.map(this::cells).orElse(List.of()), cells));
        }
    }

    private static boolean isHeaderRow(Element row) {
        return row.parent() != null && row.parent().nameIs("thead")
                || row.children().stream().allMatch(cell -> cell.nameIs("th"));
    }

    private List<InlineText> cells(Element row) {
        return row.children().stream().map(cell -> new InlineText(inline(cell.childNodes()).orElse(null))).toList();
    }

    private Optional<String> inline(List<Node> nodes) {
        return InlineHtmlSanitizer.sanitize(nodes, true, warn);
    }
}
