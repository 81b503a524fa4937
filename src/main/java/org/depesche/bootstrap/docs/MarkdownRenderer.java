package org.depesche.bootstrap.docs;

import java.util.List;
import java.util.Map;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Renders the Markdown of a chapter as HTML. The Markdown comes from our own package, so the HTML is not sanitized. Anchors are
 * those of GitHub, so that links work there too.
 */
class MarkdownRenderer {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final TextContentRenderer text = TextContentRenderer.builder().build();
    private final HtmlRenderer html = HtmlRenderer.builder().extensions(EXTENSIONS)
            .attributeProviderFactory(context -> MarkdownRenderer::markAsCopyable).build();

    Chapter render(String slug, String summary, String markdown) {
        var document = parser.parse(markdown);
        if (!(document.getFirstChild() instanceof Heading heading) || heading.getLevel() != 1) {
            throw new IllegalStateException("the chapter " + slug + " does not begin with its title");
        }
        heading.unlink();
        document.accept(new PageAdapter());
        var page = Jsoup.parseBodyFragment(html.render(document));
        page.outputSettings().prettyPrint(false);
        page.select("td > code").forEach(MarkdownRenderer::allowBreaks);
        var sections = page.select("h2[id]").stream().map(section -> new Chapter.Section(section.id(), section.text()))
                .toList();
        return new Chapter(slug, text.render(heading), summary, markdown, page.body().html(), sections);
    }

    /** Long names in narrow columns break after a dot or a slash, not within a word. */
    private static void allowBreaks(Element code) {
        var parts = code.text().split("(?<=[./])(?=[a-zA-Z<])");
        code.empty();
        for (var part : parts) {
            code.appendText(part).appendElement("wbr");
        }
        code.lastElementChild().remove();
    }

    /** {@code copy.js} adds a button to such lines. */
    private static void markAsCopyable(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof FencedCodeBlock && tag.equals("pre")) {
            attributes.put("class", "curl");
        }
    }

    /** Turns links between files into links between pages, and puts code and wide tables into a frame. */
    private static class PageAdapter extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            link.setDestination(link.getDestination().replaceFirst("^([a-z-]+)\\.md(#.*)?$", "/docs/$1$2"));
            visitChildren(link);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            frame(code, "<div class=\"lines\">");
        }

        @Override
        public void visit(CustomBlock block) {
            visitChildren(block);
            if (block instanceof TableBlock) {
                frame(block, "<div class=\"wide\" role=\"group\" tabindex=\"0\">");
            }
        }

        private static void frame(Node node, String start) {
            node.insertBefore(html(start));
            node.insertAfter(html("</div>"));
        }

        private static HtmlBlock html(String literal) {
            var block = new HtmlBlock();
            block.setLiteral(literal);
            return block;
        }
    }
}
