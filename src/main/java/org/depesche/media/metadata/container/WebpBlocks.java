package org.depesche.media.metadata.container;

import java.io.IOException;
import java.util.Arrays;

/** Walks the chunks of a WebP file (RFC 9649, section 2.7.1.5). */
final class WebpBlocks {

    private static final int MAX_CHUNKS = 50_000;

    private final FileBytes file;
    private final MetadataBlocks blocks;

    WebpBlocks(FileBytes file, MetadataBlocks blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    void find() throws IOException {
        var at = 12L;
        for (var chunk = 0; at + 8 <= file.size(); chunk++) {
            if (chunk == MAX_CHUNKS) {
                throw FileBytes.EndOfBlocks.tooMany("WebP", MAX_CHUNKS, "chunks");
            }
            var length = Integer.reverseBytes((int) file.unsigned32(at + 4)) & 0xFFFFFFFFL;
            switch (file.name(at)) {
                case "EXIF" -> {
                    if (blocks.accepts(length)) {
                        blocks.setExif(withoutPreamble(file.bytes(at + 8, length)));
                    }
                }
                case "XMP ", "XMP\0" -> {
                    if (blocks.accepts(length)) {
                        blocks.addXmp(file.bytes(at + 8, length));
                    }
                }
                case "C2PA" -> blocks.markContentCredentials();
                default -> {
                    // pixels, frames, colors
                }
            }
            at += 8 + length + (length & 1);
        }
    }

    /** Some writers repeat the preamble of JPEG. */
    private static byte[] withoutPreamble(byte[] exif) {
        return JpegBlocks.startsWith(exif, JpegBlocks.ascii("Exif\0\0")) ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
    }
}
