package org.depesche.media.header;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** Reads numbers at any position of a file through one buffer. A position outside of the file means a damaged image. */
final class RandomAccessBytes {

    private static final int BUFFER = 8192;

    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private long bufferStart;

    RandomAccessBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    int unsigned8(long position) {
        if (position < bufferStart || position >= bufferStart + buffer.limit()) {
            fill(position);
        }
        return buffer.get((int) (position - bufferStart)) & 0xFF;
    }

    int unsigned16(long position) {
        return unsigned8(position) << 8 | unsigned8(position + 1);
    }

    int unsigned24(long position) {
        return unsigned16(position) << 8 | unsigned8(position + 2);
    }

    long unsigned32(long position) {
        return (long) unsigned16(position) << 16 | unsigned16(position + 2);
    }

    int unsigned16LittleEndian(long position) {
        return unsigned8(position) | unsigned8(position + 1) << 8;
    }

    int unsigned24LittleEndian(long position) {
        return unsigned16LittleEndian(position) | unsigned8(position + 2) << 16;
    }

    long unsigned32LittleEndian(long position) {
        return unsigned16LittleEndian(position) | (long) unsigned16LittleEndian(position + 2) << 16;
    }

    /** Four bytes as Latin-1: the name of a chunk or box. */
    String name(long position) {
        var bytes = new byte[4];
        for (var index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) unsigned8(position + index);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void fill(long position) {
        if (position < 0 || position >= size) {
            throw ImageRefusal.damaged("The file ends early or points outside of itself.");
        }
        try {
            bufferStart = position;
            buffer.clear();
            channel.position(position);
            var isOpen = true;
            while (isOpen && buffer.hasRemaining()) {
                isOpen = channel.read(buffer) >= 0;
            }
            buffer.flip();
        } catch (IOException e) {
            buffer.limit(0);
            throw new UncheckedIOException(e);
        }
        if (buffer.limit() == 0) {
            throw ImageRefusal.damaged("The file became shorter while it was read.");
        }
    }
}
