package org.depesche.content.body.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.depesche.content.body.Block;
import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.depesche.content.body.html.ParagraphSplitter;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Collects text and inline elements until a paragraph ends, and makes a block of them. */
final class ParagraphCollector {

    private final Consumer<String> warn;
    private final Consumer<Block> sink;
    private final List<Node> nodes = new ArrayList<>();
    private boolean isSplitAtBlankLines;

    ParagraphCollector(Consumer<String> warn, Consumer<Block> sink) {
        this.warn = warn;
        this.sink = sink;
    }

    /** Whether blank lines end paragraphs, as in a text that has no elements of paragraphs. */
    void splitAtBlankLines(boolean isSplit) {
        isSplitAtBlankLines = isSplit;
    }

    void add(Element element) {
        nodes.add(element);
    }

    void add(TextNode text) {
        if (!isSplitAtBlankLines) {
            nodes.add(text);
            return;
        }
        var isFirst = true;
        for (var part : ParagraphSplitter.split(text.getWholeText())) {
            if (!isFirst) {
                end();
            }
            nodes.add(new TextNode(part));
            isFirst = false;
        }
    }

    /** Returns whether the last node that shows anything is a line break. */
    boolean endsWithBreak() {
        var last = nodes.size() - 1;
        while (last >= 0 && nodes.get(last) instanceof TextNode text && text.isBlank()) {
            last--;
        }
        return last >= 0 && nodes.get(last) instanceof Element element && element.nameIs("br");
    }

    /** Ends the paragraph: makes a block of the nodes, unless there is nothing to show. */
    void end() {
        if (!nodes.isEmpty()) {
            var ended = List.copyOf(nodes);
            nodes.clear();
            // Text without block elements may use line breaks for its layout, so they are kept.
            InlineHtmlSanitizer.sanitize(ended, !isSplitAtBlankLines, warn).map(HtmlEscaper::trimBreaks)
                    .map(Block.Paragraph::new).ifPresent(sink);
        }
    }
}
