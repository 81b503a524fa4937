package org.depesche.media.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a decoder needs of a PNG file: header, palette, transparency, profile, and the pixels as one chunk. Java's inflates
 * every text before the pixels into memory, whatever its size, and takes long for pixels in many chunks.
 */
final class PngPixels {

    private static final int SIGNATURE = 8;
    private static final int HEAD = 8;
    private static final int SUM = 4;
    private static final String DATA = "IDAT";
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "iCCP");

    private PngPixels() {
    }

    /** A chunk of pixels: where it begins, how long it says it is. */
    private record Chunk(long start, long size) {

        long end() {
            return start + size;
        }
    }

    static void select(PartialFileStream stream) throws IOException {
        stream.addFile(0, SIGNATURE);
        var seen = new HashSet<String>();
        var data = new ArrayList<Chunk>();
        for (var at = (long) SIGNATURE; at + HEAD <= stream.fileLength();) {
            var type = type(stream, at + 4);
            var chunk = new Chunk(at + HEAD, size(stream, at));
            if (type.equals(DATA) && chunk.size > 0) {
                data.add(chunk);
            } else if (type.equals("IEND")) {
                break;
            } else if (data.isEmpty() && chunk.size <= PngProfile.MAX_BYTES && KEPT.contains(type) && seen.add(type)) {
                stream.addFile(at, chunk.end() + SUM);
            }
            at = chunk.end() + SUM;
        }
        addData(stream, data);
    }

    /** The decoder reads no sums of chunks. It finds what is missing where the file ends early. */
    private static void addData(PartialFileStream stream, List<Chunk> data) {
        stream.add(head(data.stream().mapToLong(Chunk::size).sum(), DATA));
        data.forEach(chunk -> stream.addFile(chunk.start, chunk.end()));
        if (data.stream().allMatch(chunk -> chunk.end() <= stream.fileLength())) {
            stream.add(new byte[SUM]);
            stream.add(head(0, "IEND"));
            stream.add(new byte[SUM]);
        }
    }

    private static byte[] head(long size, String type) {
        return ByteBuffer.allocate(HEAD).putInt((int) size).put(type.getBytes(StandardCharsets.ISO_8859_1)).array();
    }

    private static long size(PartialFileStream stream, long at) throws IOException {
        return (long) stream.fileByte(at) << 24 | stream.fileByte(at + 1) << 16 | stream.fileByte(at + 2) << 8
                | stream.fileByte(at + 3);
    }

    private static String type(PartialFileStream stream, long at) throws IOException {
        var type = new byte[4];
        for (var index = 0; index < type.length; index++) {
            type[index] = (byte) stream.fileByte(at + index);
        }
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}
