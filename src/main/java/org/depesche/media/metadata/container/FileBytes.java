package org.depesche.media.metadata.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads parts of a file. A position outside of the file ends the search for metadata, see {@link EndOfBlocks}. Small parts are
 * read through one buffer: a hostile file can make a search read millions of single bytes.
 */
final class FileBytes {

    private static final int BUFFER = 8192;

    private final SeekableByteChannel channel;
    private final long size;
    private byte[] buffer = {};
    private long bufferStart;

    FileBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** The file ends early or contradicts itself. What was found before remains valid. */
    static final class EndOfBlocks extends IOException {

        private static final long serialVersionUID = 1;

        EndOfBlocks(String message) {
            super(message);
        }

        static EndOfBlocks tooMany(String format, int limit, String parts) {
            return new EndOfBlocks(warning(format, limit, parts));
        }

        static String warning(String format, int limit, String parts) {
            return "The " + format + " file has more than " + limit + " " + parts + "; metadata behind them is not read.";
        }
    }

    long size() {
        return size;
    }

    byte[] bytes(long position, long length) throws IOException {
        if (position < 0 || length < 0 || position > size - length) {
            throw new EndOfBlocks("The file ends early or points outside of itself.");
        }
        if (length > BUFFER) {
            return read(position, (int) length);
        }
        if (position < bufferStart || position + length > bufferStart + buffer.length) {
            buffer = read(position, (int) Math.min(BUFFER, size - position));
            bufferStart = position;
        }
        var start = (int) (position - bufferStart);
        return Arrays.copyOfRange(buffer, start, start + (int) length);
    }

    private byte[] read(long position, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        channel.position(position);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EndOfBlocks("The file became shorter while it was read.");
            }
        }
        return bytes.array();
    }

    /** Reads bytes, whose numbers are in big-endian order. */
    ByteBuffer window(long position, int length) throws IOException {
        return ByteBuffer.wrap(bytes(position, length));
    }

    int unsigned8(long position) throws IOException {
        return bytes(position, 1)[0] & 0xFF;
    }

    int unsigned16(long position) throws IOException {
        return window(position, 2).getShort() & 0xFFFF;
    }

    long unsigned32(long position) throws IOException {
        return window(position, 4).getInt() & 0xFFFFFFFFL;
    }

    /** Four bytes as Latin-1: the name of a chunk or box. */
    String name(long position) throws IOException {
        return new String(bytes(position, 4), StandardCharsets.ISO_8859_1);
    }
}
