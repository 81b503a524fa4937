package org.depesche.media.metadata.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the application extension for XMP in a GIF file (XMP specification part 3, section 1.1.2). */
final class GifBlocks {

    private static final String XMP = "XMP DataXMP";
    private static final byte[] TRAILER = { 1, (byte) 0xFF, (byte) 0xFE, (byte) 0xFD };
    private static final int MAX_BLOCKS = 1_000_000;

    private final FileBytes file;
    private final MetadataBlocks blocks;
    private int blockCount;

    GifBlocks(FileBytes file, MetadataBlocks blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    void find() throws IOException {
        var at = 13 + colorTable(file.unsigned8(10));
        while (at < file.size()) {
            countBlock();
            switch (file.unsigned8(at)) {
                case 0x21 -> at = afterExtension(at);
                case 0x2C -> at = afterSubBlocks(at + 10 + colorTable(file.unsigned8(at + 9)) + 1);
                default -> {
                    return;
                }
            }
        }
    }

    private long afterExtension(long at) throws IOException {
        var end = afterSubBlocks(at + 2);
        if (file.unsigned8(at + 1) == 0xFF && file.unsigned8(at + 2) == XMP.length()
                && new String(file.bytes(at + 3, XMP.length()), StandardCharsets.ISO_8859_1).equals(XMP)
                && blocks.accepts(end - at - 14)) {
            blocks.addXmp(withoutTrailer(file.bytes(at + 14, end - at - 14)));
        }
        return end;
    }

    /**
     * The packet is not divided into blocks. A trailer of 258 bytes leads readers of blocks to the end: 1, then all bytes from
     * 255 down to 0.
     */
    private static byte[] withoutTrailer(byte[] packet) {
        var trailer = JpegBlocks.indexOf(packet, TRAILER);
        return trailer < 0 ? packet : Arrays.copyOf(packet, trailer);
    }

    private long afterSubBlocks(long from) throws IOException {
        var at = from;
        for (var length = file.unsigned8(at); length != 0; length = file.unsigned8(at)) {
            at += 1 + length;
            countBlock();
        }
        return at + 1;
    }

    private void countBlock() throws IOException {
        if (++blockCount > MAX_BLOCKS) {
            throw FileBytes.EndOfBlocks.tooMany("GIF", MAX_BLOCKS, "blocks");
        }
    }

    private static long colorTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1;
    }
}
