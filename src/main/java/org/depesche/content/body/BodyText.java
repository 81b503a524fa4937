package org.depesche.content.body;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.content.body.html.HtmlEscaper;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the plain text of a body. Paragraphs are separated by a blank line. Pull quotes are omitted because they
 * repeat the text, and so are blocks without text.
 */
public final class BodyText {

    private BodyText() {
    }

    /** Returns the text of all blocks. */
    public static String of(List<Block> blocks) {
        return paragraphs(blocks).collect(Collectors.joining("\n\n"));
    }

    static Stream<String> paragraphs(List<Block> blocks) {
        return blocks.stream().flatMap(BodyText::of);
    }

    private static Stream<String> of(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return text(paragraph.html());
        } else if (block instanceof Block.Heading heading) {
            return text(heading.html());
        } else if (block instanceof Block.Question question) {
            return text(question.html());
        } else if (block instanceof Block.Quote quote) {
            return quote.pull() ? Stream.empty() : text(quote.html());
        } else if (block instanceof Block.Items list) {
            return Stream.of(line(list.items(), "\n"));
        } else if (block instanceof Block.Table table) {
            return Stream.concat(Stream.ofNullable(table.caption()), rows(table));
        } else if (block instanceof Block.Box box) {
            return Stream.concat(Stream.ofNullable(box.title()), paragraphs(box.body()));
        }
        return Stream.empty();
    }

    private static Stream<String> rows(Block.Table table) {
        var rows = Stream.concat(Stream.of(table.header()), table.rows().stream()).filter(row -> !row.isEmpty());
        return Stream.of(rows.map(row -> line(row, "\t")).collect(Collectors.joining("\n")));
    }

    private static String line(List<InlineText> pieces, String separator) {
        return pieces.stream().map(piece -> piece.html() == null ? "" : HtmlEscaper.textOf(piece.html()))
                .collect(Collectors.joining(separator));
    }

    private static Stream<String> text(@Nullable String html) {
        return Stream.ofNullable(html).map(HtmlEscaper::textOf);
    }
}
