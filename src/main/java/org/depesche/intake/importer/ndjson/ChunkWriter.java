package org.depesche.intake.importer.ndjson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Cuts lines into chunks and hands each on as soon as it is full. */
final class ChunkWriter {

    private final int maxRecords;
    private final long maxBytes;
    private final Consumer<Chunk> sink;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private OutputStream lines;
    private int number;
    private long firstLine = 1;
    private long nextLine = 1;
    private int recordCount;
    private long byteCount;

    ChunkWriter(int records, long bytes, Consumer<Chunk> store) {
        this.maxRecords = records;
        this.maxBytes = bytes;
        this.sink = store;
        this.lines = newGzip();
    }

    /** The next line; one that is too long or blank holds its place only. */
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

    /** Hands on what is left, and tells how many chunks there are. */
    int finish() throws IOException {
        if (recordCount > 0) {
            flush();
        }
        return number;
    }

    private void flush() throws IOException {
        lines.close();
        sink.accept(new Chunk(number, firstLine, packed.toByteArray()));
        packed.reset();
        lines = newGzip();
        number++;
        firstLine = nextLine;
        recordCount = 0;
        byteCount = 0;
    }

    private OutputStream newGzip() {
        try {
            return new FastGzip(packed);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to write", e);
        }
    }

    /** A third larger than at the usual level and three times as fast: it is kept for minutes only. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream target) throws IOException {
            super(target, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
