package org.depesche.media.rendition;

import java.util.stream.Stream;

import org.depesche.media.picture.Picture;

/** Scales pictures down, separably with a Lanczos filter of three lobes: sharp, and without moiré. */
final class Scaler {

    private static final double LOBES = 3;
    private static final int ONE = 1 << 14;

    private Scaler() {
    }

    static Picture scale(Picture source, int width, int height) {
        if (source.width() == width && source.height() == height) {
            return source;
        }
        return scale(source, width, height, new int[width * height]);
    }

    /**
     * @param target receives the pixels, and may be the array of the whole source: no row is written before those above and at
     *        its place were read
     */
    static Picture scale(Picture source, int width, int height, int[] target) {
        if (source.width() == width && source.height() == height) {
            return source;
        }
        scaled(source, width, height, target);
        return new Picture(width, height, source.hasAlpha(), target);
    }

    /** The source pixels that one target pixel is made of, and their shares of {@link #ONE}. */
    private record Taps(int[] first, int[][] shares) {

        static Taps of(int from, int to) {
            var scale = (double) from / to;
            var support = LOBES * Math.max(scale, 1);
            var taps = new Taps(new int[to], new int[to][]);
            for (var target = 0; target < to; target++) {
                var center = (target + 0.5) * scale;
                var start = (int) Math.max(0, Math.floor(center - support));
                var end = (int) Math.min(from, Math.ceil(center + support));
                taps.first[target] = start;
                taps.shares[target] = shares(start, end, center, Math.max(scale, 1));
            }
            return taps;
        }

        /** The most source pixels that one target pixel is made of. */
        int most() {
            return Stream.of(shares).mapToInt(each -> each.length).max().orElse(0);
        }

        private static int[] shares(int start, int end, double center, double scale) {
            var weights = new double[end - start];
            var sum = 0.0;
            for (var at = 0; at < weights.length; at++) {
                weights[at] = lanczos((start + at + 0.5 - center) / scale);
                sum += weights[at];
            }
            var shares = new int[weights.length];
            var rest = ONE;
            var largest = 0;
            for (var at = 0; at < weights.length; at++) {
                shares[at] = (int) Math.round(weights[at] / sum * ONE);
                rest -= shares[at];
                largest = shares[at] > shares[largest] ? at : largest;
            }
            shares[largest] += rest; // so that a flat area keeps its color
            return shares;
        }
    }

    private static double lanczos(double x) {
        if (Math.abs(x) < 1e-9) {
            return 1;
        }
        var angle = Math.PI * x;
        return Math.abs(x) >= LOBES ? 0 : LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
    }

    /** Narrow rows are kept only as long as a target row needs them: a large picture would need another large array. */
    private static void scaled(Picture source, int width, int height, int[] result) {
        var across = Taps.of(source.width(), width);
        var down = Taps.of(source.height(), height);
        var narrow = new int[down.most() * width];
        var next = 0;
        for (var y = 0; y < height; y++) {
            var first = down.first[y];
            for (; next < first + down.shares[y].length; next++) {
                narrow(source, next, across, narrow, next * width % narrow.length);
            }
            for (var x = 0; x < width; x++) {
                result[y * width + x] = sum(narrow, first * width % narrow.length + x, width, down.shares[y]);
            }
        }
    }

    private static void narrow(Picture source, int row, Taps across, int[] target, int at) {
        for (var x = 0; x < across.first.length; x++) {
            target[at + x] = sum(source.array(), source.start(row) + across.first[x], 1, across.shares[x]);
        }
    }

    /** The sum of pixels at equal distances; behind the end of the array it goes on at its beginning. */
    private static int sum(int[] source, int from, int step, int[] shares) {
        var alpha = ONE / 2;
        var red = ONE / 2;
        var green = ONE / 2;
        var blue = ONE / 2;
        var at = from;
        for (var share : shares) {
            var pixel = source[at];
            alpha += (pixel >>> 24) * share;
            red += (pixel >> 16 & 0xFF) * share;
            green += (pixel >> 8 & 0xFF) * share;
            blue += (pixel & 0xFF) * share;
            at += step;
            at = at < source.length ? at : at - source.length;
        }
        var opacity = clamp(alpha, 255);
        // premultiplied: no color may exceed its alpha
        return opacity << 24 | clamp(red, opacity) << 16 | clamp(green, opacity) << 8 | clamp(blue, opacity);
    }

    private static int clamp(int sum, int max) {
        return Math.max(0, Math.min(max, sum >> 14));
    }
}
