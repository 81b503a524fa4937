package org.depesche.content.body.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.depesche.content.body.Block;
import org.depesche.content.body.InlineText;
import org.jspecify.annotations.Nullable;

/** Computes the text length of a block in characters, including its markup. Blocks in a box are counted separately. */
final class BlockLength {

    private BlockLength() {
    }

    static long of(Block block) {
        return pieces(block).mapToLong(piece -> piece.codePointCount(0, piece.length())).sum();
    }

    private static Stream<String> pieces(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return Stream.of(paragraph.html());
        } else if (block instanceof Block.Heading heading) {
            return Stream.of(heading.html());
        } else if (block instanceof Block.Question question) {
            return Stream.of(question.html());
        } else if (block instanceof Block.Quote quote) {
            return Stream.of(quote.html());
        } else if (block instanceof Block.Items list) {
            return html(list.items());
        } else if (block instanceof Block.Table table) {
            return Stream.concat(html(table.header()), table.rows().stream().flatMap(BlockLength::html));
        } else if (block instanceof Block.Media media) {
            return optional(media.transcript());
        }
        return Stream.empty();
    }

    private static Stream<String> html(List<InlineText> cells) {
        return cells.stream().flatMap(cell -> optional(cell.html()));
    }

    private static Stream<String> optional(@Nullable String text) {
        return Optional.ofNullable(text).stream();
    }
}
