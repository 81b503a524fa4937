package org.depesche.intake.importer.ndjson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Collects lines in chunks and passes each chunk on when it is full. */
final class ChunkWriter {

    private final int maxRecords;
    private final long maxBytes;
    private final Consumer<Chunk> sink;

    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private OutputStream lines;
    private int number;
    private long firstLine = 1;
    private long nextLine = 1;
    private int recordCount;
    private long byteCount;

    ChunkWriter(int maxRecords, long maxBytes, Consumer<Chunk> sink) {
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
        this.sink = sink;
        this.lines = newGzip();
    }

    /** Adds a line. A line that is blank or too long is added as an empty line, so that the line numbers stay correct. */
    void add(LineReader line) throws IOException {
        var isRecord = !line.isBlank() && !line.isTooLong();
        if (recordCount >= maxRecords || isRecord && recordCount > 0 && byteCount + line.length() > maxBytes) {
            flush();
        }
        if (isRecord) {
            lines.write(line.bytes(), 0, line.length());
            recordCount++;
            byteCount += line.length();
        }
        lines.write('\n');
        nextLine++;
    }

    /** Passes on the last chunk, and returns the number of chunks. */
    int finish() throws IOException {
        if (recordCount > 0) {
            flush();
        }
        return number;
    }

    private void flush() throws IOException {
        lines.close();
        sink.accept(new Chunk(number, firstLine, compressed.toByteArray()));
        compressed.reset();
        lines = newGzip();
        number++;
        firstLine = nextLine;
        recordCount = 0;
        byteCount = 0;
    }

    private OutputStream newGzip() {
        try {
            return new FastGzip(compressed);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to write", e);
        }
    }

    /**
     * Compresses a third worse and three times faster than the default level, because chunks are stored for minutes
     * only.
     */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream target) throws IOException {
            super(target, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
