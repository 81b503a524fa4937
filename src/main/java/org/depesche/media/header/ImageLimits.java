package org.depesche.media.header;

/**
 * The limits of an image file, checked before any pixel is decoded.
 *
 * @param maxBytes the size of the file
 * @param maxPixels width times height
 * @param maxSide the longer side, in pixels
 * @param maxRatio the longer side divided by the shorter one
 * @param maxFrames the frames of an animation, or the pages of a TIFF file
 * @param maxPixelsPerByte how far a file may be compressed; a small file that claims a large picture is a decompression bomb
 */
public record ImageLimits(long maxBytes, long maxPixels, int maxSide, int maxRatio, int maxFrames, int maxPixelsPerByte) {

    /** 64 MiB, 100 megapixels, 20,000 pixels a side, 50:1, 1,000 frames, 10,000 pixels from a byte. */
    public static final ImageLimits DEFAULT = new ImageLimits(64L << 20, 100_000_000, 20_000, 50, 1_000, 10_000);

    /** A picture of up to this many pixels may be compressed to any size, because decoding it needs little memory. */
    private static final int HARMLESS_PIXELS = 1 << 16;

    void checkBytes(long bytes) {
        if (bytes > maxBytes) {
            throw ImageRefusal.tooLarge("The file has " + bytes + " bytes; " + maxBytes + " is the limit.");
        }
    }

    void check(ImageHeader header, long bytes) {
        var longer = Math.max(header.width(), header.height());
        var shorter = Math.min(header.width(), header.height());
        var pixels = (long) longer * shorter;
        if (shorter < 1) {
            throw ImageRefusal.damaged("The picture has no pixels.");
        }
        if (longer > maxSide || pixels > maxPixels) {
            throw ImageRefusal.tooLarge("The picture has " + header.width() + " × " + header.height() + " pixels; " + maxSide
                    + " a side and " + maxPixels + " in all are the limits.");
        }
        if (longer > (long) shorter * maxRatio) {
            throw ImageRefusal.tooLarge("The sides of the picture differ more than " + maxRatio + ":1.");
        }
        if (header.frames() > maxFrames) {
            throw ImageRefusal.tooLarge("The file has more than " + maxFrames + " frames.");
        }
        if (pixels > HARMLESS_PIXELS && pixels > bytes * maxPixelsPerByte) {
            throw ImageRefusal.damaged("The file is too small for the " + pixels + " pixels that it claims.");
        }
    }
}
