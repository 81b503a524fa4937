package org.depesche.intake.importer.ndjson;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Splits an upload into stored chunks. Needs the memory of one chunk, however long the stream is. */
public final class UploadSplitter {

    /** Stores the chunks and rejections of an upload. */
    public interface Store {
        void storeChunk(UUID id, Chunk chunk);

        void storeRejections(UUID id, List<Rejection> rejections);
    }

    private static final int REJECTIONS_PER_WRITE = 200;

    private final UUID id;
    private final ImportConfig config;
    private final Store store;
    private final List<Rejection> rejections = new ArrayList<>();

    public UploadSplitter(UUID id, ImportConfig config, Store store) {
        this.id = id;
        this.config = config;
        this.store = store;
    }

    /**
     * Reads the stream to its end, and returns the number of chunks.
     * @throws IOException when the stream breaks off
     */
    public int split(InputStream stream) throws IOException {
        var lines = new LineReader(new SizeLimitedInputStream(stream, config.maxUploadSize().asLongValue()),
                (int) config.maxLineSize().asLongValue());
        var chunks = new ChunkWriter(config.batchRecords(), config.batchBytes().asLongValue(),
                chunk -> store.storeChunk(id, chunk));
        var emptyLines = 0;
        while (lines.advance()) {
            if (lines.isBlank() && ++emptyLines > config.maxEmptyLines()) {
                throw new Problem(ProblemType.TOO_LARGE,
                        "An upload may have " + config.maxEmptyLines() + " empty lines.");
            }
            if (lines.isTooLong()) {
                rejectLine(lines.number());
            }
            chunks.add(lines);
        }
        var count = chunks.finish();
        flushRejections();
        return count;
    }

    private void rejectLine(long line) {
        rejections.add(Rejection.of(line, null, List.of(InputError.atPointer("",
                "The line is longer than the " + config.maxLineSize().asLongValue() + " bytes a record may have."))));
        if (rejections.size() == REJECTIONS_PER_WRITE) {
            flushRejections();
        }
    }

    private void flushRejections() {
        if (!rejections.isEmpty()) {
            store.storeRejections(id, List.copyOf(rejections));
            rejections.clear();
        }
    }
}
