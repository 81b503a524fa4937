package org.depesche.media.header;

/** Finds the frame header of a JPEG file (ITU-T T.81, section B.2.2). */
final class JpegHeader {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    /** Decoders skip bytes between segments. Some cameras write a few. */
    private static final int MAX_STRAY_BYTES = 4096;

    private JpegHeader() {
    }

    static ImageHeader read(RandomAccessBytes file) {
        var position = 2L;
        while (true) {
            var at = marker(file, position);
            var marker = file.unsigned8(at);
            if (isFrameHeader(marker)) {
                return header(file, at + 1);
            }
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                throw ImageRefusal.damaged("The JPEG file has no frame header before its pixels.");
            }
            position = at + 1 + (hasNoLength(marker) ? 0 : length(file, at + 1));
        }
    }

    /** Returns the position of the code after the next 0xFF. */
    private static long marker(RandomAccessBytes file, long from) {
        for (var at = from; at < from + MAX_STRAY_BYTES; at++) {
            if (file.unsigned8(at) == 0xFF && file.unsigned8(at + 1) != 0xFF && file.unsigned8(at + 1) != 0) {
                return at + 1;
            }
        }
        throw ImageRefusal.damaged("The JPEG file has no marker where one must be.");
    }

    /** SOF0 to SOF15, without DHT, JPG and DAC, which lie between them. */
    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    static boolean hasNoLength(int marker) {
        return marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
    }

    private static int length(RandomAccessBytes file, long at) {
        var length = file.unsigned16(at);
        if (length < 2) {
            throw ImageRefusal.damaged("A segment of the JPEG file has an impossible length.");
        }
        return length;
    }

    /** A height of 0 would be defined after the first scan (DNL), which no browser supports. */
    private static ImageHeader header(RandomAccessBytes file, long at) {
        var components = file.unsigned8(at + 7);
        if (length(file, at) != 8 + 3 * components || components < 1 || components > 4) {
            throw ImageRefusal.damaged("The frame header of the JPEG file contradicts itself.");
        }
        return new ImageHeader(ImageFormat.JPEG, file.unsigned16(at + 5), file.unsigned16(at + 3), 1);
    }
}
