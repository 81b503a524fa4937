package org.depesche.content.body.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockMarkup;
import org.depesche.content.body.InlineText;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.depesche.content.body.html.Warnings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/**
 * Converts a list. A block has neither nested lists nor numbers: nested items follow their item, and warnings name the lost
 * nesting and numbering.
 */
final class HtmlListReader {

    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");
    private static final Set<String> NUMBERING = Set.of("start", "reversed", "type", "value");

    private final Consumer<String> warn;
    private final List<InlineText> items = new ArrayList<>();

    /** The nodes to read, in the order of the document. No recursion, because a hostile list is nested ten thousand deep. */
    private final Deque<Node> pending = new ArrayDeque<>();

    private HtmlListReader(Consumer<String> warn) {
        this.warn = warn;
    }

    static Optional<Block> read(Element list, Consumer<String> warn) {
        var reader = new HtmlListReader(warn);
        reader.addItems(list);
        return reader.items.isEmpty() ? Optional.empty() : Optional.of(new Block.Items(list.nameIs("ol"), reader.items));
    }

    private void addItems(Element list) {
        warnOfNumbering(list);
        pushAll(list.childNodes());
        while (!pending.isEmpty()) {
            var node = pending.pop();
            if (node instanceof Element element && isList(element)) {
                warn.accept("flattened " + Warnings.tagName(element.normalName()) + " in a list");
                warnOfNumbering(element);
                pushAll(element.childNodes());
            } else if (node instanceof Element element) {
                addItem(element);
            } else if (node instanceof TextNode text && !text.isBlank()) {
                inline(List.of(text), false);
            }
        }
    }

    private void pushAll(List<? extends Node> nodes) {
        for (var i = nodes.size() - 1; i >= 0; i--) {
            pending.push(nodes.get(i));
        }
    }

    /** Takes the nested lists out of an item. An empty block in their place separates the words around them. */
    private void addItem(Element item) {
        warnOfNumbering(item);
        var nested = outermostLists(item);
        nested.forEach(list -> list.replaceWith(new Element("div")));
        inline(item.nameIs("li") ? item.childNodes() : List.of(item), item.hasAttr(BlockMarkup.EXACT));
        pushAll(nested);
    }

    private static List<Element> outermostLists(Element item) {
        var lists = new ArrayList<Element>();
        NodeTraversor.filter((node, depth) -> {
            if (node instanceof Element element && isList(element)) {
                lists.add(element);
                return FilterResult.SKIP_CHILDREN;
            }
            return FilterResult.CONTINUE;
        }, item);
        return lists;
    }

    private static boolean isList(Element element) {
        return LISTS.contains(element.normalName());
    }

    private void inline(List<Node> nodes, boolean isExact) {
        InlineHtmlSanitizer.sanitize(nodes, !isExact, warn).map(InlineText::new).ifPresent(items::add);
    }

    private void warnOfNumbering(Element element) {
        element.attributes().asList().stream().filter(attribute -> NUMBERING.contains(attribute.getKey()))
                .forEach(attribute -> warn.accept("removed attribute " + attribute.getKey() + " of "
                        + Warnings.tagName(element.normalName())));
    }
}
