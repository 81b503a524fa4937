package org.depesche.media.header;

/** Reads the RIFF container of a WebP file (RFC 9649, section 2). */
final class WebpHeader {

    private static final int ANIMATION = 0x02;
    private static final int FIRST_CHUNK = 12;
    private static final int MAX_CHUNKS = 100_000;

    private WebpHeader() {
    }

    static ImageHeader read(RandomAccessBytes file, int maxFrames) {
        var end = 8 + file.unsigned32LittleEndian(4);
        if (end > file.size()) {
            throw ImageRefusal.damaged("The WebP file ends early.");
        }
        var data = FIRST_CHUNK + 8L;
        return switch (file.name(FIRST_CHUNK)) {
            case "VP8 " -> lossy(file, data);
            case "VP8L" -> lossless(file, data);
            case "VP8X" -> extended(file, data, end, maxFrames);
            default -> throw ImageRefusal.damaged("The WebP file begins with an unknown chunk.");
        };
    }

    /** RFC 6386, section 9.1: a key frame begins with three bytes of flags, a start code, and two sides of 14 bits. */
    private static ImageHeader lossy(RandomAccessBytes file, long data) {
        if ((file.unsigned8(data) & 1) != 0 || file.unsigned24(data + 3) != 0x9D012A) {
            throw ImageRefusal.damaged("The WebP file does not begin with a key frame.");
        }
        return new ImageHeader(ImageFormat.WEBP, file.unsigned16LittleEndian(data + 6) & 0x3FFF,
                file.unsigned16LittleEndian(data + 8) & 0x3FFF, 1);
    }

    private static ImageHeader lossless(RandomAccessBytes file, long data) {
        if (file.unsigned8(data) != 0x2F) {
            throw ImageRefusal.damaged("The WebP file has no lossless header.");
        }
        var sides = file.unsigned32LittleEndian(data + 1);
        return new ImageHeader(ImageFormat.WEBP, (int) (sides & 0x3FFF) + 1, (int) (sides >> 14 & 0x3FFF) + 1, 1);
    }

    private static ImageHeader extended(RandomAccessBytes file, long data, long end, int maxFrames) {
        var isAnimated = (file.unsigned8(data) & ANIMATION) != 0;
        return new ImageHeader(ImageFormat.WEBP, file.unsigned24LittleEndian(data + 4) + 1,
                file.unsigned24LittleEndian(data + 7) + 1, isAnimated ? frames(file, end, maxFrames) : 1);
    }

    private static int frames(RandomAccessBytes file, long end, int maxFrames) {
        var frames = 0;
        var at = (long) FIRST_CHUNK;
        for (var chunk = 0; at + 8 <= end && frames <= maxFrames; chunk++) {
            if (chunk > MAX_CHUNKS) {
                throw ImageRefusal.damaged("The WebP file has too many chunks.");
            }
            frames += file.name(at).equals("ANMF") ? 1 : 0;
            var length = file.unsigned32LittleEndian(at + 4);
            at += 8 + length + (length & 1);
        }
        if (frames == 0) {
            throw ImageRefusal.damaged("The WebP file says that it is animated, but has no frame.");
        }
        return frames;
    }
}
