package org.depesche.platform.http.response;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The JSON of a body while it is written: what the generator writes, and documents that were rendered before. These are copied
 * once, into an array of the right size.
 */
public final class JsonPieces extends OutputStream {

    private final List<ByteBuffer> pieces = new ArrayList<>();
    private int length;

    /** Appends bytes that nobody changes. */
    public void append(byte[] unchanging, int start, int size) {
        pieces.add(ByteBuffer.wrap(unchanging, start, size));
        length += size;
    }

    @Override
    public void write(byte[] reused, int start, int size) {
        append(Arrays.copyOfRange(reused, start, start + size), 0, size);
    }

    @Override
    public void write(int single) {
        append(new byte[] { (byte) single }, 0, 1);
    }

    byte[] toByteArray() {
        var whole = ByteBuffer.allocate(length);
        pieces.forEach(whole::put);
        return whole.array();
    }
}
