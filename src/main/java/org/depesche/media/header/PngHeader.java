package org.depesche.media.header;

/** Reads the chunks of a PNG file before its pixels (PNG 3rd edition, sections 11.2.1 and 11.3.6). */
final class PngHeader {

    private static final int CHUNK_FRAME = 12;
    private static final int MAX_CHUNKS = 10_000;

    private PngHeader() {
    }

    static ImageHeader read(RandomAccessBytes file) {
        if (file.unsigned32(8) != 13 || !file.name(12).equals("IHDR")) {
            throw ImageRefusal.damaged("The PNG file does not begin with its header.");
        }
        return new ImageHeader(ImageFormat.PNG, side(file.unsigned32(16)), side(file.unsigned32(20)), frames(file));
    }

    /** An animation says its number of frames in {@code acTL}, which stands before the first {@code IDAT}. */
    private static int frames(RandomAccessBytes file) {
        var frames = 1;
        var at = 33L;
        for (var chunk = 0; chunk < MAX_CHUNKS; chunk++) {
            var length = file.unsigned32(at);
            switch (file.name(at + 4)) {
                case "IDAT" -> {
                    return frames;
                }
                case "acTL" -> frames = (int) Math.max(1, Math.min(file.unsigned32(at + 8), Integer.MAX_VALUE));
                default -> {
                    // the chunk is skipped by its length
                }
            }
            at += CHUNK_FRAME + length;
        }
        throw ImageRefusal.damaged("The PNG file has no pixels among its first " + MAX_CHUNKS + " chunks.");
    }

    private static int side(long pixels) {
        return (int) Math.min(pixels, Integer.MAX_VALUE);
    }
}
