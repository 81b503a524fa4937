package org.depesche.media.picture;

import org.depesche.media.header.ImageHeader;

/** Reads every n-th pixel of a picture that is much larger than wanted, or than the memory allows. */
final class Subsampling {

    /** Two arrays of ints, and one array of samples. */
    private static final int BYTES_PER_PIXEL = 11;
    /**
     * With the heap of the image, 512 MB, 16 megapixels are read whole, and those of a phone, 12.2, with room to spare. Larger
     * pictures have enough pixels for the widest rendition, 2,560, even if every second one is read.
     */
    private static final int MEMORY_SHARE = 3;

    private Subsampling() {
    }

    /** Returns n; 1 reads every pixel. */
    static int step(ImageHeader header, int wantedSide) {
        return step(header, wantedSide, Runtime.getRuntime().maxMemory());
    }

    /** @param memory the largest size of the heap */
    static int step(ImageHeader header, int wantedSide, long memory) {
        var affordable = Math.max(1, memory / MEMORY_SHARE / BYTES_PER_PIXEL);
        var step = Math.max(1, Math.min(header.width(), header.height()) / (2 * wantedSide));
        while ((long) (header.width() / step) * (header.height() / step) > affordable) {
            step++;
        }
        return step;
    }
}
