package org.depesche.intake.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Cuts lines into chunks and hands each on as soon as it is full. */
final class Chunks {

    private final int records;
    private final long bytes;
    private final Consumer<Chunk> store;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private OutputStream lines;
    private int number;
    private long firstLine = 1;
    private long nextLine = 1;
    private int recordsInside;
    private long bytesInside;

    Chunks(int records, long bytes, Consumer<Chunk> store) {
        this.records = records;
        this.bytes = bytes;
        this.store = store;
        this.lines = packing();
    }

    /** The next line; one that is too long or blank holds its place only. */
    void add(Lines line) throws IOException {
        var isRecord = !line.isBlank() && !line.isTooLong();
        if (recordsInside >= records || isRecord && recordsInside > 0 && bytesInside + line.length() > bytes) {
            cut();
        }
        if (isRecord) {
            lines.write(line.bytes(), 0, line.length());
            recordsInside++;
            bytesInside += line.length();
        }
        lines.write('\n');
        nextLine++;
    }

    /** Hands on what is left, and tells how many chunks there are. */
    int finish() throws IOException {
        if (recordsInside > 0) {
            cut();
        }
        return number;
    }

    private void cut() throws IOException {
        lines.close();
        store.accept(new Chunk(number, firstLine, packed.toByteArray()));
        packed.reset();
        lines = packing();
        number++;
        firstLine = nextLine;
        recordsInside = 0;
        bytesInside = 0;
    }

    private OutputStream packing() {
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
