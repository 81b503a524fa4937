package org.depesche.media.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.depesche.media.header.PngChunks;
import org.depesche.media.header.PngChunks.Chunk;

/**
 * Selects the parts of a PNG file that a decoder needs: header, palette, transparency, profile, and the pixels as one chunk.
 * Java's decoder inflates every text before the pixels into memory, whatever its size, and is slow for pixels in many chunks.
 */
final class PngPixels {

    private static final String DATA = "IDAT";
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "iCCP");

    private PngPixels() {
    }

    static void select(PartialFileStream stream) throws IOException {
        stream.addFile(0, PngChunks.SIGNATURE);
        var seen = new HashSet<String>();
        var data = new ArrayList<Chunk>();
        // the checksum of the last chunk may be missing
        var chunks = new PngChunks<IOException>(at -> head(stream, at), stream.fileLength() + PngChunks.SUM);
        for (var next = chunks.next(); next.isPresent(); next = chunks.next()) {
            var chunk = next.get();
            if (chunk.type().equals(DATA) && chunk.length() > 0) {
                data.add(chunk);
            } else if (chunk.type().equals("IEND")) {
                break;
            } else if (data.isEmpty() && chunk.length() <= PngProfile.MAX_BYTES && KEPT.contains(chunk.type())
                    && seen.add(chunk.type())) {
                stream.addFile(chunk.start() - PngChunks.HEAD, chunk.end() + PngChunks.SUM);
            }
        }
        addData(stream, data);
    }

    /** Adds the pixels. The decoder ignores the checksums of chunks, and finds where the file ends early. */
    private static void addData(PartialFileStream stream, List<Chunk> data) {
        stream.add(head(data.stream().mapToLong(Chunk::length).sum(), DATA));
        data.forEach(chunk -> stream.addFile(chunk.start(), chunk.end()));
        if (data.stream().allMatch(chunk -> chunk.end() <= stream.fileLength())) {
            stream.add(new byte[PngChunks.SUM]);
            stream.add(head(0, "IEND"));
            stream.add(new byte[PngChunks.SUM]);
        }
    }

    private static byte[] head(long size, String type) {
        return ByteBuffer.allocate(PngChunks.HEAD).putInt((int) size).put(type.getBytes(StandardCharsets.ISO_8859_1)).array();
    }

    private static long head(PartialFileStream stream, long at) throws IOException {
        var head = 0L;
        for (var index = 0; index < PngChunks.HEAD; index++) {
            head = head << 8 | stream.fileByte(at + index);
        }
        return head;
    }
}
