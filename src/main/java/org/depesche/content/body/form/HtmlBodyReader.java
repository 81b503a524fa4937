package org.depesche.content.body.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockMarkup;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.depesche.content.body.html.ParagraphSplitter;
import org.depesche.content.body.html.Warnings;
import org.depesche.kernel.PlainText;
import org.depesche.platform.json.JsonForm;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Converts an HTML string to blocks. Elements with a matching type of block become that block. Layout elements are
 * unwrapped. Running text becomes paragraphs. No visible text is lost without a warning.
 */
final class HtmlBodyReader {

    private static final int MAX_DEPTH = 100;
    private static final Evaluator PARAGRAPHS = QueryParser.parse("p,div");

    private final JsonForm form;
    private final String member;
    private final BodyReaderContext context;
    private final Consumer<String> warn;
    private final Map<String, Consumer<Element>> handlers;
    private List<Block> blocks = new ArrayList<>();
    private final RenderedBlockReader rendered;
    private final ParagraphCollector paragraphs;
    private boolean inBox;
    private int depth;

    HtmlBodyReader(JsonForm form, String member, BodyReaderContext context) {
        this.form = form;
        this.member = member;
        this.context = context;
        this.warn = detail -> context.warn(form.pointer(member), detail);
        var media = new HtmlMediaReader(form, member, context, this::add);
        var text = new HtmlTextReader(context, warn, this::add);
        this.rendered = new RenderedBlockReader(form, member, context, this::add);
        this.paragraphs = new ParagraphCollector(warn, this::add);
        this.handlers = handlers(media, text);
    }

    private Map<String, Consumer<Element>> handlers(HtmlMediaReader media, HtmlTextReader text) {
        var byName = new HashMap<String, Consumer<Element>>();
        List.of("h1", "h2", "h3", "h4", "h5", "h6").forEach(name -> byName.put(name, each -> withMedia(each, text::heading)));
        List.of("ul", "ol", "menu").forEach(name -> byName.put(name, list -> withMedia(list, text::list)));
        List.of("video", "audio").forEach(name -> byName.put(name, media::media));
        List.of("aside", "details").forEach(name -> byName.put(name, this::box));
        byName.put("dl", this::definitions);
        byName.put("picture", media::picture);
        byName.put("blockquote", quote -> quote(quote, media, text));
        byName.put("pre", text::code);
        byName.put("table", table -> table(table, text));
        byName.put("figure", figure -> figure(figure, media, text));
        byName.put("img", media::image);
        byName.put("iframe", media::frame);
        byName.put("hr", rule -> warn.accept("removed <hr>"));
        return Map.copyOf(byName);
    }

    List<Block> read(String html) {
        if (html.indexOf('<') < 0) {
            ParagraphSplitter.of(html)
                    .forEach(text -> InlineHtmlSanitizer.sanitize(text, warn).map(Block.Paragraph::new).ifPresent(this::add));
            return blocks;
        }
        var body = Jsoup.parseBodyFragment(html).body();
        paragraphs.splitAtBlankLines(body.selectFirst(PARAGRAPHS) == null);
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
                paragraphs.add(text);
            } else if (node instanceof Comment) {
                warn.accept("removed a comment");
            } else if (node instanceof Element element) {
                element(element);
            }
        }
        paragraphs.end();
        depth--;
    }

    private void element(Element element) {
        if (BodyElements.isMarked(element) && !BodyElements.isPhrase(element) && depth < MAX_DEPTH) {
            paragraphs.end();
            if (rendered.read(element)) {
                return;
            }
        }
        var handler = handlers.get(element.normalName());
        if (handler != null && depth < MAX_DEPTH) {
            paragraphs.end();
            warnOfEventHandlers(element);
            handler.accept(element);
        } else if (element.nameIs("br") && paragraphs.endsWithBreak() && element.closest("p, address") == null) {
            paragraphs.end();
        } else if (BodyElements.isLayout(element) && depth < MAX_DEPTH) {
            passThrough(element);
        } else {
            paragraphs.add(element);
        }
    }

    private void passThrough(Element element) {
        warnOfEventHandlers(element);
        if (InlineHtmlSanitizer.isKept(element) || element.nameIs("form")) {
            warn.accept("removed " + Warnings.tagName(element.normalName()) + " around other content");
        }
        if (PlainText.isBlock(element)) {
            paragraphs.end();
        }
        walk(element);
    }

    private void quote(Element quote, HtmlMediaReader media, HtmlTextReader text) {
        if (!media.readEmbeddedPost(quote)) {
            withMedia(quote, words -> text.quote(words, Optional.empty()));
        }
    }

    private void withMedia(Element element, Consumer<Element> handler) {
        var media = element.select("picture, img, iframe, video, audio").stream()
                .filter(each -> !each.nameIs("img") || each.parent() == null || !each.parent().nameIs("picture")).toList();
        media.forEach(Element::remove);
        handler.accept(element);
        media.forEach(this::element);
    }

    private void definitions(Element list) {
        warn.accept("flattened <dl>");
        walk(list);
    }

    private void table(Element table, HtmlTextReader text) {
        if (HtmlTableReader.isLayout(table)) {
            walk(table);
        } else {
            withMedia(table, text::table);
        }
    }

    private void figure(Element figure, HtmlMediaReader media, HtmlTextReader text) {
        var quote = figure.selectFirst("blockquote");
        var caption = figure.selectFirst("figcaption");
        if (figure.selectFirst("img") != null || isRendered(figure)) {
            media.figure(figure);
        } else if (quote != null && !media.readEmbeddedPost(quote)) {
            text.quote(quote, Optional.ofNullable(caption).map(Element::text));
        } else if (quote == null) {
            moveCaptionIntoTable(figure, caption);
            walk(figure);
        }
    }

    private static boolean isRendered(Element figure) {
        return figure.hasAttr(BlockMarkup.IMAGE) || figure.hasAttr(BlockMarkup.BLOCK);
    }

    private static void moveCaptionIntoTable(Element figure, @Nullable Element caption) {
        var table = figure.selectFirst("table");
        if (table != null && caption != null && table.selectFirst("caption") == null && !HtmlTableReader.isLayout(table)) {
            caption.remove();
            table.prependElement("caption").text(caption.text());
        }
    }

    private void box(Element aside) {
        if (inBox || HtmlTextReader.isPullQuote(aside)) {
            unwrapBox(aside);
            return;
        }
        var title = boxTitle(aside);
        title.ifPresent(Element::remove);
        var outerBlocks = blocks;
        blocks = new ArrayList<>();
        inBox = true;
        walk(aside);
        inBox = false;
        var boxBlocks = blocks;
        blocks = outerBlocks;
        if (!boxBlocks.isEmpty()) {
            add(new Block.Box(title.map(heading -> BodyElements.isMarked(aside) ? heading.wholeText() : heading.text())
                    .filter(text -> !PlainText.isBlank(text)).orElse(null), boxBlocks));
        }
    }

    /** Returns the heading with which the box begins. A heading of its text has an anchor where the service rendered it. */
    private static Optional<Element> boxTitle(Element aside) {
        if (BodyElements.isMarked(aside)) {
            return Optional.ofNullable(aside.selectFirst("> h2:first-child:not([" + BlockMarkup.ANCHOR + "])"));
        }
        return Optional.ofNullable(aside.selectFirst("summary, h1, h2, h3, h4, h5, h6"))
                .filter(heading -> aside.text().startsWith(heading.text()));
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
