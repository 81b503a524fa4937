package org.depesche.media.header;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Walks over the chunks of a PNG file in their order (PNG third edition, section 5.3). It reads the heads only, and ends where
 * less than the frame of a chunk is left. Each user decides how many chunks it looks at.
 *
 * @param <E> what a failed read throws
 */
public final class PngChunks<E extends Exception> {

    /** The length of the signature, behind which the first chunk begins. */
    public static final int SIGNATURE = 8;
    /** The length and the type of a chunk. */
    public static final int HEAD = 8;
    /** The checksum behind the content of a chunk. */
    public static final int SUM = 4;

    private final Heads<E> heads;
    private final long size;
    private long position = SIGNATURE;

    /** @param size of the file */
    public PngChunks(Heads<E> heads, long size) {
        this.heads = heads;
        this.size = size;
    }

    /** Reads the head of a chunk. */
    @FunctionalInterface
    public interface Heads<E extends Exception> {

        /** Returns the eight bytes at a position as one number in the order of the network. */
        long at(long position) throws E;
    }

    /**
     * A chunk as its head describes it. The file may be shorter.
     *
     * @param start of the content
     * @param length of the content
     */
    public record Chunk(String type, long start, long length) {

        private static Chunk of(long head, long start) {
            var type = ByteBuffer.allocate(4).putInt((int) head).array();
            return new Chunk(new String(type, StandardCharsets.ISO_8859_1), start, head >>> 32);
        }

        /** The position behind the content. */
        public long end() {
            return start + length;
        }
    }

    /** Returns the next chunk. Empty at the end of the file. */
    public Optional<Chunk> next() throws E {
        if (position > size - HEAD - SUM) {
            return Optional.empty();
        }
        var chunk = Chunk.of(heads.at(position), position + HEAD);
        position = chunk.end() + SUM;
        return Optional.of(chunk);
    }
}
