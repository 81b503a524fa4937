package org.depesche.media.rendition;

import org.depesche.media.picture.Picture;

/** The color that most of a picture has: a background while it loads. */
final class DominantColor {

    private static final int SIDE = 64;
    private static final int BUCKETS = 1 << 12;

    private DominantColor() {
    }

    /** Returns the mean of the largest group of similar colors, as {@code #3a5f7d}. Transparent pixels count as white. */
    static String of(Picture picture) {
        var small = Scaler.scale(picture, Math.min(SIDE, picture.width()), Math.min(SIDE, picture.height()));
        var image = small.toOpaqueImage();
        var sums = new long[BUCKETS][4];
        for (var rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            var bucket = sums[(rgb >> 20 & 15) << 8 | (rgb >> 12 & 15) << 4 | rgb >> 4 & 15];
            bucket[0]++;
            bucket[1] += rgb >> 16 & 0xFF;
            bucket[2] += rgb >> 8 & 0xFF;
            bucket[3] += rgb & 0xFF;
        }
        var largest = sums[0];
        for (var bucket : sums) {
            largest = bucket[0] > largest[0] ? bucket : largest;
        }
        return String.format("#%02x%02x%02x", largest[1] / largest[0], largest[2] / largest[0], largest[3] / largest[0]);
    }
}
