package org.depesche.media.header;

/**
 * Bounds the scans and segments of a JPEG file. A decoder visits all pixels for each scan of a progressive picture, so that
 * even a small file may take long. Encoders write ten scans, or one for each color.
 */
final class JpegScans {

    static final int MAX_SCANS = 100;
    static final int MAX_SEGMENTS = 5_000;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private JpegScans() {
    }

    /** Reads to the end of the picture or of the file. The decoder finds what is missing or damaged. */
    static void check(RandomAccessBytes file) {
        var scans = 0;
        var segments = 0;
        for (var at = 2L; at + 3 < file.size();) {
            var code = file.unsigned8(at) == 0xFF ? file.unsigned8(at + 1) : 0;
            if (code == END_OF_IMAGE) {
                return;
            }
            if (code == 0 || code == 0xFF) { // a byte of pixels, or a fill byte
                at++;
            } else if (JpegHeader.hasNoLength(code)) {
                at += 2;
            } else {
                scans += code == START_OF_SCAN ? 1 : 0;
                segments++;
                at += 2L + file.unsigned16(at + 2);
            }
            if (scans > MAX_SCANS || segments > MAX_SEGMENTS) {
                throw ImageRefusal.tooLarge("The JPEG file has more than " + (scans > MAX_SCANS ? MAX_SCANS + " scans."
                        : MAX_SEGMENTS + " segments."));
            }
        }
    }
}
