package org.depesche.media.rendition;

import org.depesche.media.picture.Picture;

/** Computes the most frequent color of a picture, which a page shows while the picture loads. */
final class DominantColor {

    private static final int SIDE = 64;
    private static final int BUCKETS = 1 << 12;

    private DominantColor() {
    }

    /** Returns the mean of the largest group of similar colors, as {@code #3a5f7d}. Transparent pixels count as white. */
    static String of(Picture picture) {
        var small = Scaler.scale(picture, Math.min(SIDE, picture.width()), Math.min(SIDE, picture.height()));
        var colors = EncoderInput.of(small).opaque().bytes();
        var sums = new long[BUCKETS][4];
        for (var at = 0; at < colors.length; at += EncoderSamples.RGB) {
            var red = colors[at] & 0xFF;
            var green = colors[at + 1] & 0xFF;
            var blue = colors[at + 2] & 0xFF;
            var bucket = sums[red >> 4 << 8 | green >> 4 << 4 | blue >> 4];
            bucket[0]++;
            bucket[1] += red;
            bucket[2] += green;
            bucket[3] += blue;
        }
        var largest = sums[0];
        for (var bucket : sums) {
            largest = bucket[0] > largest[0] ? bucket : largest;
        }
        return String.format("#%02x%02x%02x", largest[1] / largest[0], largest[2] / largest[0], largest[3] / largest[0]);
    }
}
