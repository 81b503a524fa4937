package org.depesche.intake.importer.ndjson;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), all members of it. Java's own GZIPInputStream takes a pause of the network between two members
 * for the end, and whatever follows a broken header for rubbish to be ignored: both would lose articles unseen.
 */
public final class GunzipInputStream extends InputStream {

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CHECK = 2;

    private final InputStream packed;
    private final byte[] buffer = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] single = new byte[1];
    private int position;
    private int filled;
    private boolean inMember;

    public GunzipInputStream(InputStream packed) throws IOException {
        this.packed = packed;
        beginMember();
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (inMember) {
            var count = inflate(into, offset, length);
            if (count > 0 || length == 0) {
                check.update(into, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        if (inflater.needsInput() && !inflater.finished()) {
            position = filled;
            requireMore(fillBuffer());
            inflater.setInput(buffer, position, filled - position);
        }
        try {
            return inflater.inflate(into, offset, length);
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
        if ((flags & EXTRA) != 0) {
            skip(readByte() | readByte() << 8);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & HEADER_CHECK) != 0 ? 2 : 0);
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

    private void skipText(boolean present) throws IOException {
        while (present && readByte() != 0) {
            // ends with a zero
        }
    }

    private int readByte() throws IOException {
        requireMore(fillBuffer());
        return buffer[position++] & 0xff;
    }

    /** Whether there is another byte; waits for it. */
    private boolean fillBuffer() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, packed.read(buffer, 0, buffer.length));
        }
        return filled > 0;
    }

    private static void requireMore(boolean more) throws EOFException {
        if (!more) {
            throw new EOFException("The packed data end too early");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
