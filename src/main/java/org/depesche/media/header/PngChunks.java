package org.depesche.media.header;

/** Counts the chunks of a PNG file: a decoder takes its time for each, however few bytes it has. */
final class PngChunks {

    static final int MAX_CHUNKS = 200_000;
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;

    private PngChunks() {
    }

    /** Reads to the end of the picture, or of the file: what is missing or wrong is the decoder's to find. */
    static void check(RandomAccessBytes file) {
        var chunks = 0;
        for (var at = (long) SIGNATURE; at + FRAME <= file.size(); at += FRAME + file.unsigned32(at)) {
            if (file.name(at + 4).equals("IEND")) {
                return;
            }
            if (++chunks > MAX_CHUNKS) {
                throw ImageRefusal.tooLarge("The PNG file has more than " + MAX_CHUNKS + " chunks.");
            }
        }
    }
}
