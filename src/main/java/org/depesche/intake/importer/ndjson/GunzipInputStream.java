package org.depesche.intake.importer.ndjson;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip (RFC 1952) with all its members. Java's {@code GZIPInputStream} takes a network pause between two
 * members for the end of the stream, and ignores everything after a broken header. Both would lose articles silently.
 */
public final class GunzipInputStream extends InputStream {

    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;
    private static final int FLAG_HEADER_CRC = 2;

    private final InputStream compressed;
    private final byte[] buffer = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] single = new byte[1];
    private int position;
    private int filled;
    private boolean inMember;

    public GunzipInputStream(InputStream compressed) throws IOException {
        this.compressed = compressed;
        beginMember();
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (inMember) {
            var count = inflate(target, offset, length);
            if (count > 0 || length == 0) {
                check.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        if (inflater.needsInput() && !inflater.finished()) {
            position = filled;
            requireMore(fillBuffer());
            inflater.setInput(buffer, position, filled - position);
        }
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException("The packed data are broken");
        }
    }

    private void beginMember() throws IOException {
        if (readByte() != 0x1f || readByte() != 0x8b || readByte() != 8) {
            throw new ZipException("Not in gzip format");
        }
        var flags = readByte();
        skip(6);
        if ((flags & FLAG_EXTRA) != 0) {
            skip(readByte() | readByte() << 8);
        }
        skipText((flags & FLAG_NAME) != 0);
        skipText((flags & FLAG_COMMENT) != 0);
        skip((flags & FLAG_HEADER_CRC) != 0 ? 2 : 0);
        inflater.reset();
        inflater.setInput(buffer, position, filled - position);
        check.reset();
        inMember = true;
    }

    private void endMember() throws IOException {
        position = filled - inflater.getRemaining();
        if (readUnsignedInt() != check.getValue() || readUnsignedInt() != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new ZipException("The check sum of the packed data is wrong");
        }
        inMember = false;
        if (fillBuffer()) {
            beginMember();
        } else {
            inflater.end();
        }
    }

    private long readUnsignedInt() throws IOException {
        return readByte() | readByte() << 8 | readByte() << 16 | (long) readByte() << 24;
    }

    private void skip(int count) throws IOException {
        for (var i = 0; i < count; i++) {
            readByte();
        }
    }

    private void skipText(boolean isPresent) throws IOException {
        while (isPresent && readByte() != 0) {
            // a text ends with a zero byte
        }
    }

    private int readByte() throws IOException {
        requireMore(fillBuffer());
        return buffer[position++] & 0xff;
    }

    /** Fills an empty buffer, waiting for the network, and returns whether there is another byte. */
    private boolean fillBuffer() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, compressed.read(buffer, 0, buffer.length));
        }
        return filled > 0;
    }

    private static void requireMore(boolean hasMore) throws EOFException {
        if (!hasMore) {
            throw new EOFException("The packed data end too early");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        compressed.close();
    }
}
