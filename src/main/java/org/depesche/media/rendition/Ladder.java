package org.depesche.media.rendition;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The widths of renditions.
 *
 * @param widths ascending
 * @param maxWidth of the largest rendition
 */
public record Ladder(List<Integer> widths, int maxWidth) {

    public Ladder {
        widths = widths.stream().filter(width -> width > 0 && width <= maxWidth).sorted().distinct().toList();
    }

    /**
     * Returns the widths for a picture, ascending: those of the ladder below its own width, and its own width where that is
     * not above the largest. No rendition is wider than its picture. The height has the same limit as the width, because a
     * narrow picture would otherwise be the largest of all.
     */
    public List<Integer> widthsFor(int width, int height) {
        var widest = (int) Math.min(Math.min(width, maxWidth), Math.max(1, (long) maxWidth * width / height));
        var below = widths.stream().filter(step -> step < widest);
        return Stream.concat(below, IntStream.of(widest).boxed()).toList();
    }
}
