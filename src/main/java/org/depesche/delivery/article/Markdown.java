package org.depesche.delivery.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.depesche.content.article.view.ArticleCard;
import org.depesche.content.body.Block;
import org.depesche.content.body.BlockView;
import org.depesche.content.body.InlineText;
import org.depesche.content.image.view.ImageView;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Renders a body as Markdown (CommonMark with tables). Blocks are separated by empty lines. */
final class Markdown {

    /** A character that is markup anywhere in a line; an ampersand only before the rest of a character reference. */
    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_\\[\\]<>#|~]|&(?=#?\\w+;))");
    /** The beginning of a line that starts a list, a thematic break or the underline of a heading. */
    private static final Pattern BLOCK_START = Pattern
            .compile("^([ \\t]*\\d{1,9}(?=[.)])|[ \\t]*(?=[-+=]))([-+.)=])(\\s|$|[-=])", Pattern.MULTILINE);
    /** A pipe in code ends the cell of a table, too. */
    private static final Pattern UNESCAPED_PIPE = Pattern.compile("(?<!\\\\)\\|");

    private final StringBuilder text = new StringBuilder();

    static String of(List<BlockView> blocks) {
        var markdown = new Markdown();
        blocks.forEach(markdown::block);
        return markdown.text.toString().strip();
    }

    /** Escapes a text of one line, so that CommonMark reads none of it as markup. */
    static String escape(String plain) {
        return escapeBlockStarts(escapeInline(plain));
    }

    private static String escapeInline(String plain) {
        return SPECIAL.matcher(plain.replace('\n', ' ')).replaceAll("\\\\$1");
    }

    /** Escapes the mark that starts a block: in a number the one after it, because a backslash before a digit is shown. */
    private static String escapeBlockStarts(String lines) {
        return BLOCK_START.matcher(lines).replaceAll("$1\\\\$2$3");
    }

    static String image(ImageView image) {
        var caption = Optional.ofNullable(image.caption()).map(Markdown::escape).orElse("");
        var credit = Optional.ofNullable(image.credit()).map(name -> " (" + escape(name) + ")").orElse("");
        var words = (caption + credit).strip();
        return image.src() == null ? words
                : "![" + escape(Optional.ofNullable(image.alt()).orElse("")) + "](" + target(image.src().toString()) + ")"
                        + (words.isEmpty() ? "" : "\n*" + words + "*");
    }

    private void block(BlockView block) {
        if (block instanceof Block.Paragraph paragraph) {
            add(inline(paragraph.html()));
        } else if (block instanceof Block.Heading heading) {
            add("#".repeat(heading.level()) + " " + inline(heading.html()));
        } else if (block instanceof Block.Question question) {
            add("**" + inline(question.html()) + "**");
        } else if (block instanceof Block.Quote quote) {
            add("> " + inline(quote.html()) + (quote.attribution() == null ? "" : "\n>\n> – " + escape(quote.attribution())));
        } else if (block instanceof Block.Items list) {
            list(list);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else {
            reference(block);
        }
    }

    private void list(Block.Items list) {
        var lines = new StringBuilder();
        for (var i = 0; i < list.items().size(); i++) {
            lines.append(list.ordered() ? i + 1 + ". " : "- ").append(inline(list.items().get(i).html())).append('\n');
        }
        add(lines.toString());
    }

    private void table(Block.Table table) {
        var columns = Math.max(table.header().size(), table.rows().stream().mapToInt(List::size).max().orElse(0));
        if (table.caption() != null) {
            add(escape(table.caption()));
        }
        var lines = new StringBuilder(row(table.header(), columns)).append("| --- ".repeat(columns)).append("|\n");
        table.rows().forEach(cells -> lines.append(row(cells, columns)));
        add(lines.toString());
    }

    private static String row(List<InlineText> cells, int columns) {
        var line = new StringBuilder();
        for (var i = 0; i < columns; i++) {
            line.append("| ").append(i < cells.size() ? cell(cells.get(i)) : "").append(' ');
        }
        return line.append("|\n").toString();
    }

    private static String cell(InlineText text) {
        return UNESCAPED_PIPE.matcher(inline(text.html()).replace("\n", " ")).replaceAll("\\\\|");
    }

    private void reference(BlockView block) {
        if (block instanceof BlockView.Box box) {
            if (box.title() != null) {
                add("**" + escape(box.title()) + "**");
            }
            box.body().forEach(this::block);
        } else if (block instanceof BlockView.Image image) {
            picture(image.image());
        } else if (block instanceof BlockView.Gallery gallery) {
            gallery.images().forEach(this::picture);
        } else if (block instanceof BlockView.Embed embed) {
            add(link(embed.url(), embed.title() == null ? embed.provider().name() : embed.title()));
        } else if (block instanceof BlockView.Media media) {
            add(link(media.url(), media.kind()));
        } else if (block instanceof Block.Download file) {
            add(link(file.url(), file.title()));
        } else if (block instanceof BlockView.ArticleLink link && link.article() instanceof ArticleCard card
                && card.url() != null) {
            add(link(card.url().toString(), Optional.ofNullable(card.headline()).orElse(card.slug())));
        }
    }

    private void picture(Object picture) {
        if (picture instanceof ImageView image) {
            add(image(image));
        }
    }

    private void add(String block) {
        if (!block.isBlank()) {
            text.append(block.strip()).append("\n\n");
        }
    }

    private static String link(String url, String words) {
        return "[" + escape(words) + "](" + target(url) + ")";
    }

    private static String target(String url) {
        return url.replace("(", "%28").replace(")", "%29");
    }

    private static String inline(@Nullable String html) {
        return html == null ? "" : escapeBlockStarts(children(Jsoup.parseBodyFragment(html).body()).strip());
    }

    private static String children(Node parent) {
        return parent.childNodes().stream().map(Markdown::node).collect(Collectors.joining());
    }

    private static String node(Node node) {
        if (node instanceof TextNode words) {
            return escapeInline(words.getWholeText());
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        var inner = children(element);
        return switch (element.normalName()) {
            case "em" -> inner.isBlank() ? inner : "*" + inner + "*";
            case "strong" -> inner.isBlank() ? inner : "**" + inner + "**";
            case "code" -> "`" + element.wholeText().replace('\n', ' ').replace("`", "'") + "`";
            case "br" -> "  \n";
            case "a" -> "[" + inner + "](" + target(element.attr("href")) + ")";
            case "sub", "sup", "mark" -> "<" + element.normalName() + ">" + inner + "</" + element.normalName() + ">";
            case "q" -> "„" + inner + "“";
            default -> inner;
        };
    }
}
