package org.depesche.media.header;

/** Walks the blocks of a GIF file (GIF89a, sections 18 to 27), because nothing in its header tells the number of frames. */
final class GifHeader {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;

    private final RandomAccessBytes file;
    private int width;
    private int height;
    private int frames;

    private GifHeader(RandomAccessBytes file) {
        this.file = file;
        this.width = file.unsigned16LittleEndian(6);
        this.height = file.unsigned16LittleEndian(8);
    }

    /** Counts no further than one frame above the limit. */
    static ImageHeader read(RandomAccessBytes file, int maxFrames) {
        var gif = new GifHeader(file);
        gif.walk(maxFrames);
        if (gif.frames == 0) {
            throw ImageRefusal.damaged("The GIF file has no frame.");
        }
        return new ImageHeader(ImageFormat.GIF, gif.width, gif.height, gif.frames);
    }

    /** Many writers forget the trailer, so a file may also end after a whole block. */
    private void walk(int maxFrames) {
        var at = 13 + colorTable(file.unsigned8(10));
        while (at < file.size() && frames <= maxFrames) {
            switch (file.unsigned8(at)) {
                case TRAILER -> {
                    return;
                }
                case EXTENSION -> at = afterSubBlocks(at + 2);
                case IMAGE -> at = afterImage(at);
                default -> throw ImageRefusal.damaged("The GIF file has an unknown block.");
            }
        }
    }

    private long afterImage(long at) {
        frames++;
        width = Math.max(width, file.unsigned16LittleEndian(at + 1) + file.unsigned16LittleEndian(at + 5));
        height = Math.max(height, file.unsigned16LittleEndian(at + 3) + file.unsigned16LittleEndian(at + 7));
        return afterSubBlocks(at + 10 + colorTable(file.unsigned8(at + 9)) + 1);
    }

    private long afterSubBlocks(long from) {
        var at = from;
        while (file.unsigned8(at) != 0) {
            at += 1 + file.unsigned8(at);
        }
        return at + 1;
    }

    private static long colorTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1;
    }
}
