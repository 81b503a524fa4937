package org.depesche.intake.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

import org.depesche.intake.importer.ndjson.ParsedChunk;
import org.depesche.intake.importer.ndjson.RecordReader;

import io.quarkus.logging.Log;

/** One import being worked off: while one chunk is written, the next ones are read on another thread. */
final class ImportExecution implements AutoCloseable {

    /** More would only be memory: reading is faster than writing. */
    private static final int CHUNKS_AHEAD = 2;

    private final ImportRun run;
    private final ImportRepository imports;
    private final RecordReader reader;
    private final ChunkProcessor processor;
    private final ExecutorService readers = Executors.newSingleThreadExecutor(task -> new Thread(task, "imports-reading"));
    private final Deque<Future<ParsedChunk>> pendingReads = new ArrayDeque<>();
    private int nextToRead;

    ImportExecution(ImportRun run, ImportRepository imports, RecordReader reader, ChunkProcessor work) {
        this.run = run;
        this.imports = imports;
        this.reader = reader;
        this.processor = work;
        this.nextToRead = run.nextChunk();
    }

    /** To its end, or as long as it is ours. */
    void run(BooleanSupplier isMine) {
        processor.markStarted(run.id());
        for (var number = run.nextChunk(); number < run.chunkCount(); number++) {
            readAhead();
            var chunk = readChunk();
            if (chunk.isEmpty()) {
                failUnlessProcessed(number);
                return;
            }
            if (!isMine.getAsBoolean()) {
                return;
            }
            var begun = number == run.nextChunk();
            processor.process(begun ? run : run.atBeginningOf(number),
                    begun ? chunk.get().afterLine(run.doneLine()) : chunk.get());
        }
        processor.markFinished(run.id());
        imports.byId(run.id()).ifPresent(ImportExecution::logCounts);
    }

    private void readAhead() {
        while (pendingReads.size() <= CHUNKS_AHEAD && nextToRead < run.chunkCount()) {
            var number = nextToRead++;
            pendingReads.add(readers.submit(() -> readChunk(number)));
        }
    }

    private ParsedChunk readChunk(int number) throws IOException {
        var chunk = imports.chunk(run.id(), number);
        return reader.read(chunk.orElseThrow(() -> new IOException("missing")));
    }

    private Optional<ParsedChunk> readChunk() {
        try {
            return Optional.of(pendingReads.remove().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                Log.errorf(e, "A stored part cannot be read, import=%s", run.id());
                return Optional.empty();
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    /** Unless the part is gone because another node has worked it off. */
    private void failUnlessProcessed(int chunk) {
        if (imports.byId(run.id()).filter(present -> present.nextChunk() == chunk).isPresent()) {
            processor.markFailed(run.id(), "A part of the stored upload cannot be read.");
        }
    }

    private static void logCounts(ImportRun run) {
        var counts = run.counts();
        Log.infof("Import finished, import=%s read=%d created=%d updated=%d unchanged=%d rejected=%d", run.id(), counts.read(),
                counts.created(), counts.updated(), counts.unchanged(), counts.rejected());
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
