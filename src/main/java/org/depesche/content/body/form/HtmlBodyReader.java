package org.depesche.content.body.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.depesche.content.body.Block;
import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.depesche.content.body.html.ParagraphSplitter;
import org.depesche.content.body.html.Warnings;
import org.depesche.platform.json.JsonForm;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Converts an HTML string to blocks. Elements with a matching type of block become that block. Layout elements are
 * unwrapped. Running text becomes paragraphs. No visible text is lost.
 */
final class HtmlBodyReader {

    private static final int MAX_DEPTH = 100;
    private static final Evaluator BLOCK_CONTENT = QueryParser
            .parse("img,iframe,video,audio,p,div,ul,ol,dl,table,figure,blockquote,"
                    + "h1,h2,h3,h4,h5,h6,pre,hr,section,article,aside,details,main,header,footer,form,address,center");
    private static final Evaluator PARAGRAPHS = QueryParser.parse("p,div");

    private final JsonForm form;
    private final String member;
    private final BodyReaderContext context;
    private final Consumer<String> warn;
    private final Map<String, Consumer<Element>> handlers;
    private final List<Node> pendingNodes = new ArrayList<>();
    private List<Block> blocks = new ArrayList<>();
    private boolean isSplitAtBlankLines;
    private boolean inBox;
    private int depth;

    HtmlBodyReader(JsonForm form, String member, BodyReaderContext context) {
        this.form = form;
        this.member = member;
        this.context = context;
        this.warn = detail -> context.warn(form.pointer(member), detail);
        var media = new HtmlMediaReader(form, member, context, this::add);
        var text = new HtmlTextReader(context, warn, this::add);
        this.handlers = Map.ofEntries(
                Map.entry("h1", text::heading), Map.entry("h2", text::heading), Map.entry("h3", text::heading),
                Map.entry("h4", text::heading), Map.entry("h5", text::heading), Map.entry("h6", text::heading),
                Map.entry("ul", list -> withMedia(list, text::list)), Map.entry("ol", list -> withMedia(list, text::list)),
                Map.entry("blockquote", quote -> quote(quote, media, text)), Map.entry("pre", text::code),
                Map.entry("table", table -> table(table, text)), Map.entry("figure", figure -> figure(figure, media, text)),
                Map.entry("img", media::image), Map.entry("iframe", media::frame), Map.entry("video", media::media),
                Map.entry("audio", media::media), Map.entry("aside", this::box), Map.entry("details", this::box),
                Map.entry("hr", rule -> {
                }));
    }

    List<Block> read(String html) {
        if (html.indexOf('<') < 0) {
            ParagraphSplitter.of(html)
                    .forEach(text -> InlineHtmlSanitizer.sanitize(text, warn).map(Block.Paragraph::new).ifPresent(this::add));
            return blocks;
        }
        var body = Jsoup.parseBodyFragment(html).body();
        isSplitAtBlankLines = body.selectFirst(PARAGRAPHS) == null;
        walk(body);
        return blocks;
    }

    private void add(Block block) {
        if (context.countBlock()) {
            blocks.add(block);
        }
    }

    private void walk(Element parent) {
        depth++;
        for (var node : List.copyOf(parent.childNodes())) {
            if (node instanceof TextNode text) {
                text(text);
            } else if (node instanceof Comment) {
                warn.accept("removed a comment");
            } else if (node instanceof Element element) {
                element(element);
            }
        }
        endParagraph();
        depth--;
    }

    private void text(TextNode text) {
        if (!isSplitAtBlankLines) {
            pendingNodes.add(text);
            return;
        }
        var isFirst = true;
        for (var part : ParagraphSplitter.split(text.getWholeText())) {
            if (!isFirst) {
                endParagraph();
            }
            pendingNodes.add(new TextNode(part));
            isFirst = false;
        }
    }

    private void element(Element element) {
        var handler = handlers.get(element.normalName());
        if (handler != null && depth < MAX_DEPTH) {
            endParagraph();
            warnOfEventHandlers(element);
            handler.accept(element);
        } else if (element.nameIs("br") && endsWithBreak()) {
            endParagraph();
        } else if (isPassedThrough(element) && depth < MAX_DEPTH) {
            passThrough(element);
        } else {
            pendingNodes.add(element);
        }
    }

    private static boolean isPassedThrough(Element element) {
        var name = element.normalName();
        return name.equals("form")
                || !InlineHtmlSanitizer.NON_TEXT_ELEMENTS.contains(name) && (element.isBlock() || containsBlocks(element));
    }

    private static boolean containsBlocks(Element element) {
        return element.childrenSize() > 0 && element.selectFirst(BLOCK_CONTENT) != null;
    }

    private void passThrough(Element element) {
        warnOfEventHandlers(element);
        if (element.nameIs("a") || element.nameIs("form")) {
            warn.accept("removed " + Warnings.tagName(element.normalName()) + " around other content");
        }
        if (element.isBlock()) {
            endParagraph();
        }
        walk(element);
    }

    private boolean endsWithBreak() {
        var last = pendingNodes.size() - 1;
        while (last >= 0 && pendingNodes.get(last) instanceof TextNode text && text.isBlank()) {
            last--;
        }
        return last >= 0 && pendingNodes.get(last) instanceof Element element && element.nameIs("br");
    }

    /** Ends the paragraph: writes a block of the pending nodes. */
    private void endParagraph() {
        if (!pendingNodes.isEmpty()) {
            var nodes = List.copyOf(pendingNodes);
            pendingNodes.clear();
            // Text without block elements may use line breaks for its layout, so they are kept.
            InlineHtmlSanitizer.sanitize(nodes, !isSplitAtBlankLines, warn).map(HtmlEscaper::trimBreaks)
                    .map(Block.Paragraph::new)
                    .ifPresent(this::add);
        }
    }

    private void quote(Element quote, HtmlMediaReader media, HtmlTextReader text) {
        if (!media.readEmbeddedPost(quote)) {
            text.quote(quote, Optional.empty());
        }
    }

    private void withMedia(Element element, Consumer<Element> handler) {
        var media = element.select("img, iframe, video, audio");
        media.forEach(Element::remove);
        handler.accept(element);
        media.forEach(this::element);
    }

    private void table(Element table, HtmlTextReader text) {
        if (HtmlTextReader.isLayoutTable(table)) {
            walk(table);
        } else {
            withMedia(table, text::table);
        }
    }

    private void figure(Element figure, HtmlMediaReader media, HtmlTextReader text) {
        var quote = figure.selectFirst("blockquote");
        var caption = figure.selectFirst("figcaption");
        if (figure.selectFirst("img") != null) {
            media.figure(figure);
        } else if (quote != null && !media.readEmbeddedPost(quote)) {
            text.quote(quote, Optional.ofNullable(caption).map(Element::text));
        } else if (quote == null) {
            walk(figure);
        }
    }

    private void box(Element aside) {
        if (inBox || HtmlTextReader.isPullQuote(aside)) {
            unwrapBox(aside);
            return;
        }
        var title = Optional.ofNullable(aside.selectFirst("summary, h1, h2, h3, h4, h5, h6"));
        title.ifPresent(Element::remove);
        var outerBlocks = blocks;
        blocks = new ArrayList<>();
        inBox = true;
        walk(aside);
        inBox = false;
        var boxBlocks = blocks;
        blocks = outerBlocks;
        if (!boxBlocks.isEmpty()) {
            add(new Block.Box(title.map(Element::text).filter(text -> !text.isBlank()).orElse(null), boxBlocks));
        }
    }

    private void unwrapBox(Element aside) {
        if (HtmlTextReader.isPullQuote(aside) && aside.selectFirst("blockquote") == null) {
            InlineHtmlSanitizer.sanitize(aside.childNodes(), true, warn)
                    .ifPresent(html -> add(new Block.Quote(html, null, true)));
        } else {
            walk(aside);
        }
    }

    private void warnOfEventHandlers(Element element) {
        element.attributes().forEach(attribute -> {
            if (attribute.getKey().startsWith("on")) {
                warn.accept("removed attribute " + attribute.getKey() + " of " + Warnings.tagName(element.normalName()));
            }
        });
    }
}
