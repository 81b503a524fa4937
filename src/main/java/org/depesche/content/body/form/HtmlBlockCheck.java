package org.depesche.content.body.form;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.depesche.content.body.Block;
import org.jspecify.annotations.Nullable;

/**
 * Applies the limits of {@link BlockReader} to the blocks of an HTML body, so that the list of blocks that a GET returns is
 * accepted as well.
 */
final class HtmlBlockCheck {

    private final BodyLimits limits;
    private final Consumer<String> reject;

    /** @param reject receives what exceeds a limit, as a sentence */
    HtmlBlockCheck(BodyLimits limits, Consumer<String> reject) {
        this.limits = limits;
        this.reject = reject;
    }

    /** Reports what exceeds a limit, and returns whether nothing does. */
    boolean accepts(Block block) {
        var mistakes = mistakes(block).toList();
        mistakes.forEach(reject);
        return mistakes.isEmpty();
    }

    private Stream<String> mistakes(Block block) {
        var length = BlockLength.of(block);
        var tooLong = length <= limits.blockLength() ? Stream.<String> empty()
                : Stream.of(holds(block, length + " characters", limits.blockLength()));
        return Stream.concat(tooLong, mistakesInParts(block));
    }

    private Stream<String> mistakesInParts(Block block) {
        if (block instanceof Block.Quote quote) {
            return title(block, "attribution", quote.attribution());
        } else if (block instanceof Block.Items list) {
            return elements(block, list.items(), BodyLimits.ITEMS);
        } else if (block instanceof Block.Box box) {
            return Stream.concat(title(block, "title", box.title()), box.body().stream().flatMap(this::mistakes));
        } else if (block instanceof Block.Gallery gallery) {
            return elements(block, gallery.images(), BodyLimits.IMAGES);
        } else if (block instanceof Block.Table table) {
            return Stream.concat(title(block, "caption", table.caption()), elements(block, table.rows(), BodyLimits.ITEMS));
        }
        return Stream.empty();
    }

    private static Stream<String> title(Block block, String member, @Nullable String text) {
        var length = text == null ? 0 : text.codePointCount(0, text.length());
        return length <= BodyLimits.TITLE ? Stream.empty()
                : Stream.of("The " + member + " of a block (" + block.type() + ") is " + length + " characters long; at most "
                        + BodyLimits.TITLE + " are allowed.");
    }

    private static Stream<String> elements(Block block, List<?> elements, int max) {
        return elements.size() <= max ? Stream.empty() : Stream.of(holds(block, elements.size() + " elements", max));
    }

    private static String holds(Block block, String amount, int max) {
        return "A block (" + block.type() + ") holds " + amount + "; at most " + max + " are allowed.";
    }
}
