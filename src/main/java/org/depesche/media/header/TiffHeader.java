package org.depesche.media.header;

/** Reads the first directory of a TIFF file and counts the others (TIFF 6.0, section 2). BigTIFF is no known format here. */
final class TiffHeader {

    private static final int IMAGE_WIDTH = 256;
    private static final int IMAGE_LENGTH = 257;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private final RandomAccessBytes file;
    private final boolean isLittleEndian;

    private TiffHeader(RandomAccessBytes file) {
        this.file = file;
        this.isLittleEndian = file.unsigned8(0) == 'I';
    }

    static ImageHeader read(RandomAccessBytes file, int maxFrames) {
        var tiff = new TiffHeader(file);
        var first = tiff.unsigned32(4);
        return new ImageHeader(ImageFormat.TIFF, tiff.side(first, IMAGE_WIDTH), tiff.side(first, IMAGE_LENGTH),
                tiff.pages(first, maxFrames));
    }

    private int side(long directory, int tag) {
        var entries = unsigned16(directory);
        for (var index = 0; index < entries; index++) {
            var entry = directory + 2 + (long) index * ENTRY;
            if (unsigned16(entry) == tag) {
                return unsigned16(entry + 2) == SHORT ? unsigned16(entry + 8)
                        : (int) Math.min(unsigned32(entry + 8), Integer.MAX_VALUE);
            }
        }
        throw ImageRefusal.damaged("The TIFF file does not say how large its picture is.");
    }

    /** Directories that form a circle are counted up to one above the limit, which is then exceeded. */
    private int pages(long first, int maxFrames) {
        var pages = 0;
        var directory = first;
        while (directory != 0 && pages <= maxFrames) {
            pages++;
            directory = unsigned32(directory + 2 + (long) unsigned16(directory) * ENTRY);
        }
        return pages;
    }

    private int unsigned16(long at) {
        return isLittleEndian ? file.unsigned16LittleEndian(at) : file.unsigned16(at);
    }

    private long unsigned32(long at) {
        return isLittleEndian ? file.unsigned32LittleEndian(at) : file.unsigned32(at);
    }
}
