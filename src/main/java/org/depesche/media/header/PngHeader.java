package org.depesche.media.header;

/**
 * Reads the size and the number of frames of a PNG file (PNG 3rd edition, sections 11.2.1 and 11.3.6), and counts its chunks.
 */
final class PngHeader {

    private static final int MAX_CHUNKS_BEFORE_PIXELS = 10_000;
    private static final int MAX_CHUNKS = 200_000;

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
        var chunks = chunks(file, Long.MAX_VALUE); // a position outside of the file is refused
        chunks.next(); // IHDR
        for (var count = 0; count < MAX_CHUNKS_BEFORE_PIXELS; count++) {
            var chunk = chunks.next().orElseThrow();
            switch (chunk.type()) {
                case "IDAT" -> {
                    return frames;
                }
                case "acTL" -> frames = (int) Math.max(1, Math.min(file.unsigned32(chunk.start()), Integer.MAX_VALUE));
                default -> {
                    // the chunk is skipped by its length
                }
            }
        }
        throw ImageRefusal.damaged("The PNG file has no pixels among its first " + MAX_CHUNKS_BEFORE_PIXELS + " chunks.");
    }

    private static int side(long pixels) {
        return (int) Math.min(pixels, Integer.MAX_VALUE);
    }

    /**
     * Counts the chunks to the end of the picture, or of the file: a decoder takes its time for each, however few bytes it has.
     * The decoder finds what is missing or wrong.
     */
    static void checkChunks(RandomAccessBytes file) {
        var chunks = chunks(file, file.size());
        var count = 0;
        for (var chunk = chunks.next(); chunk.isPresent() && !chunk.get().type().equals("IEND"); chunk = chunks.next()) {
            if (++count > MAX_CHUNKS) {
                throw ImageRefusal.tooLarge("The PNG file has more than " + MAX_CHUNKS + " chunks.");
            }
        }
    }

    private static PngChunks<RuntimeException> chunks(RandomAccessBytes file, long size) {
        return new PngChunks<>(at -> file.unsigned32(at) << 32 | file.unsigned32(at + 4), size);
    }
}
