package org.depesche.delivery.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.depesche.content.article.view.ArticleCard;
import org.depesche.content.body.Block;
import org.depesche.content.body.BlockView;
import org.depesche.content.body.InlineText;
import org.depesche.content.image.view.ImageView;
import org.depesche.delivery.feed.format.AdvertisingLabels;

/** Renders a body as Markdown (CommonMark with tables). Blocks are separated by empty lines. */
final class Markdown {

    /** A line of a table ends a cell at each of these, also within code. */
    private static final Pattern PIPE = Pattern.compile("(?<!\\\\)\\|");

    private final StringBuilder text = new StringBuilder();

    static String of(List<BlockView> blocks) {
        var markdown = new Markdown();
        blocks.forEach(markdown::block);
        return markdown.text.toString().strip();
    }

    static String image(ImageView image) {
        var caption = Optional.ofNullable(image.caption()).map(InlineMarkdown::escape).orElse("");
        var credit = Optional.ofNullable(image.credit()).map(name -> " (" + InlineMarkdown.escape(name) + ")").orElse("");
        var words = (caption + credit).strip();
        return image.src() == null ? words
                : "!" + InlineMarkdown.link(image.src().toString(),
                        InlineMarkdown.escape(Optional.ofNullable(image.alt()).orElse("")))
                        + (words.isEmpty() ? "" : "\n" + InlineMarkdown.emphasized("*", words));
    }

    private void block(BlockView block) {
        if (block instanceof Block.Paragraph paragraph) {
            add(InlineMarkdown.of(paragraph.html()));
        } else if (block instanceof Block.Heading heading) {
            add("#".repeat(heading.level()) + " " + InlineMarkdown.lineOf(heading.html()));
        } else if (block instanceof Block.Question question) {
            add(InlineMarkdown.emphasized("**", InlineMarkdown.of(question.html())));
        } else if (block instanceof Block.Quote quote) {
            add("> " + InlineMarkdown.of(quote.html()).replace("\n", "\n> ")
                    + (quote.attribution() == null ? "" : "\n>\n> – " + InlineMarkdown.escape(quote.attribution())));
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
            lines.append(list.ordered() ? i + 1 + ". " : "- ").append(InlineMarkdown.of(list.items().get(i).html()))
                    .append('\n');
        }
        add(lines.toString());
    }

    private void table(Block.Table table) {
        var columns = Math.max(table.header().size(), table.rows().stream().mapToInt(List::size).max().orElse(0));
        if (table.caption() != null) {
            add(InlineMarkdown.escape(table.caption()));
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

    private static String cell(InlineText cell) {
        return PIPE.matcher(InlineMarkdown.lineOf(cell.html())).replaceAll("\\\\|");
    }

    private void reference(BlockView block) {
        if (block instanceof BlockView.Box box) {
            if (box.title() != null) {
                add(InlineMarkdown.emphasized("**", InlineMarkdown.escape(box.title())));
            }
            box.body().forEach(this::block);
        } else if (block instanceof BlockView.Image image) {
            picture(image.image());
        } else if (block instanceof BlockView.Gallery gallery) {
            gallery.images().forEach(this::picture);
        } else if (block instanceof BlockView.Embed embed) {
            addLink(embed.url(), embed.title() == null ? embed.provider().name() : embed.title());
        } else if (block instanceof BlockView.Media media) {
            addLink(media.url(), media.kind());
        } else if (block instanceof Block.Download file) {
            addLink(file.url(), file.title());
        } else if (block instanceof BlockView.ArticleLink link && link.article() instanceof ArticleCard card
                && card.url() != null) {
            addLink(card.url().toString(), AdvertisingLabels.title(card));
        }
    }

    private void picture(Object picture) {
        if (picture instanceof ImageView image) {
            add(image(image));
        }
    }

    private void addLink(String url, String words) {
        add(InlineMarkdown.link(url, InlineMarkdown.escape(words)));
    }

    private void add(String block) {
        if (!block.isBlank()) {
            text.append(block.strip()).append("\n\n");
        }
    }
}
