package org.depesche.intake.importer.ndjson;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads the lines of a stream in bounded memory: of a line above the limit only the number is known. Line ends
 * ({@code \n}, {@code \r\n}) and a byte order mark at the start belong to no line. The last line needs no line end.
 */
final class LineReader {

    private static final int BUFFER_SIZE = 1 << 16;

    private final InputStream stream;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int position;
    private int filled;

    private byte[] line = new byte[BUFFER_SIZE];
    private int length;
    private long number;
    private boolean tooLong;

    /** @param limit the maximum length of a line, in bytes */
    LineReader(InputStream stream, int limit) {
        this.stream = stream;
        this.limit = limit;
    }

    /** Advances to the next line, and returns false at the end of the stream. */
    boolean advance() throws IOException {
        length = 0;
        tooLong = false;
        if (!fill()) {
            return false;
        }
        number++;
        while (fill() && !appendUpToLineEnd()) {
            // a long line fills the buffer several times
        }
        trim();
        return true;
    }

    /** Fills the empty buffer. Returns false at the end of the stream. */
    private boolean fill() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, stream.read(buffer, 0, BUFFER_SIZE));
        }
        return filled > 0;
    }

    private boolean appendUpToLineEnd() {
        var end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        append(position, end - position);
        var isComplete = end < filled;
        position = isComplete ? end + 1 : end;
        return isComplete;
    }

    private void append(int start, int count) {
        // one byte above the limit, for a carriage return that is no part of the line
        if (tooLong || length + count > limit + 1) {
            tooLong = true;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, Math.min(2 * line.length, limit + 1)));
        }
        System.arraycopy(buffer, start, line, length, count);
        length += count;
    }

    private void trim() {
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        if (number == 1 && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF) {
            length -= 3;
            System.arraycopy(line, 3, line, 0, length);
        }
        tooLong |= length > limit;
    }

    /** The number of the line, counted from 1 with the empty lines. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (var i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }

    /**
     * The bytes of the line, which are valid until the next {@link #advance}. The array may be longer than
     * {@link #length()}.
     */
    byte[] bytes() {
        return line;
    }

    int length() {
        return tooLong ? 0 : length;
    }
}
