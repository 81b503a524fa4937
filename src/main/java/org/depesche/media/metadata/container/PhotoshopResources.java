package org.depesche.media.metadata.container;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Finds IPTC-IIM in Photoshop's image resources, the usual container in JPEG and TIFF. */
final class PhotoshopResources {

    private static final int SIGNATURE = 0x3842494D; // 8BIM
    private static final int IPTC = 0x0404;
    private static final byte IIM_MARKER = 0x1C;

    private PhotoshopResources() {
    }

    /** Some writers leave the resources out, and write the records of IPTC-IIM alone. */
    static void findBare(byte[] content, MetadataBlocks blocks) {
        if (content.length > 0 && content[0] == IIM_MARKER) {
            blocks.addIim(content);
        } else {
            find(content, blocks);
        }
    }

    static void find(byte[] resources, MetadataBlocks blocks) {
        var in = ByteBuffer.wrap(resources);
        while (in.remaining() >= 12 && in.getInt() == SIGNATURE) {
            var id = in.getShort() & 0xFFFF;
            var name = in.get() & 0xFF;
            skip(in, name + 1 - name % 2); // the length byte and the name together are even
            if (in.remaining() < 4) {
                return;
            }
            var length = in.getInt() & 0xFFFFFFFFL;
            var available = (int) Math.min(length, in.remaining());
            if (id == IPTC) {
                blocks.addIim(Arrays.copyOfRange(resources, in.position(), in.position() + available));
            }
            skip(in, (int) Math.min(available + (length & 1), in.remaining()));
        }
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(Math.min(in.position() + bytes, in.limit()));
    }
}
