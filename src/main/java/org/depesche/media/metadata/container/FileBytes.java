package org.depesche.media.metadata.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** Reads parts of a file. A position outside of the file ends the search for metadata, see {@link EndOfBlocks}. */
final class FileBytes {

    private final SeekableByteChannel channel;
    private final long size;

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
    }

    long size() {
        return size;
    }

    byte[] bytes(long position, long length) throws IOException {
        if (position < 0 || length < 0 || position > size - length) {
            throw new EndOfBlocks("The file ends early or points outside of itself.");
        }
        var buffer = ByteBuffer.allocate((int) length);
        channel.position(position);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EndOfBlocks("The file became shorter while it was read.");
            }
        }
        return buffer.array();
    }

    /** A window with big-endian order. */
    ByteBuffer window(long position, int length) throws IOException {
        return ByteBuffer.wrap(bytes(position, length));
    }

    int unsigned8(long position) throws IOException {
        return window(position, 1).get() & 0xFF;
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
