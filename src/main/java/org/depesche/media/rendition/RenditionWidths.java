package org.depesche.media.rendition;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The widths in pixels that renditions may have.
 *
 * @param widths ascending
 * @param maxWidth the width of the largest rendition
 */
public record RenditionWidths(List<Integer> widths, int maxWidth) {

    public RenditionWidths {
        widths = widths.stream().filter(width -> width > 0 && width <= maxWidth).sorted().distinct().toList();
    }

    /**
     * Returns the widths for a picture, ascending: those below its own width, and its own width where that is not above the
     * largest. No rendition is wider than its picture. The height has the same limit as the width, because a
     * narrow picture would otherwise be the largest of all.
     */
    public List<Integer> widthsFor(int width, int height) {
        var widest = (int) Math.min(Math.min(width, maxWidth), Math.max(1, (long) maxWidth * width / height));
        var below = widths.stream().filter(step -> step < widest);
        return Stream.concat(below, IntStream.of(widest).boxed()).toList();
    }
}
