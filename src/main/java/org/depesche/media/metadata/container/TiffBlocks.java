package org.depesche.media.metadata.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds XMP and IPTC in the first directory of a TIFF structure (TIFF 6.0, section 2; XMP specification part 3, 1.1.4). */
final class TiffBlocks {

    private static final int XMP = 700;
    private static final int IPTC = 33_723;
    private static final int PHOTOSHOP = 34_377;
    private static final int ENTRY = 12;
    private static final int LONG = 4;
    private static final byte IIM_MARKER = 0x1C;
    private static final int[] TYPE_SIZES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 };

    private final FileBytes file;
    private final MetadataBlocks blocks;

    TiffBlocks(FileBytes file, MetadataBlocks blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    void find() throws IOException {
        var order = file.unsigned8(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        var first = unsigned32(4, order);
        var entries = file.window(first, 2).order(order).getShort() & 0xFFFF;
        for (var index = 0; index < entries; index++) {
            read(file.window(first + 2 + (long) index * ENTRY, ENTRY).order(order));
        }
    }

    private void read(ByteBuffer entry) throws IOException {
        var tag = entry.getShort() & 0xFFFF;
        var type = entry.getShort() & 0xFFFF;
        var length = (entry.getInt() & 0xFFFFFFFFL) * TYPE_SIZES[type < TYPE_SIZES.length ? type : 0];
        var isWanted = tag == XMP || tag == IPTC || tag == PHOTOSHOP;
        if (!isWanted || length <= 4 || !blocks.accepts(length)) {
            return;
        }
        var content = file.bytes(entry.getInt() & 0xFFFFFFFFL, length);
        switch (tag) {
            case XMP -> blocks.addXmp(content);
            case IPTC -> blocks.addIim(type == LONG ? inOrder(content) : content);
            default -> PhotoshopResources.find(content, blocks);
        }
    }

    /** Some writers store the bytes as numbers of four bytes, in the byte order of the file. */
    private static byte[] inOrder(byte[] records) {
        if (records.length < 4 || records[0] == IIM_MARKER || records[3] != IIM_MARKER) {
            return records;
        }
        var swapped = ByteBuffer.allocate(records.length / 4 * 4);
        swapped.asIntBuffer().put(ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer());
        return swapped.array();
    }

    private long unsigned32(long at, ByteOrder order) throws IOException {
        return file.window(at, 4).order(order).getInt() & 0xFFFFFFFFL;
    }
}
