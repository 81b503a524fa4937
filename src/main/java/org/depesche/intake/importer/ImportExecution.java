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

/** Runs one import: while one chunk is written, another thread reads the next ones. */
final class ImportExecution implements AutoCloseable {

    /** More chunks would only take memory, because reading is faster than writing. */
    private static final int CHUNKS_AHEAD = 2;

    private final ImportRun run;
    private final ImportRepository imports;
    private final RecordReader reader;
    private final ChunkProcessor processor;
    private final ExecutorService readers = Executors.newSingleThreadExecutor(task -> new Thread(task, "imports-reading"));
    private final Deque<Future<ParsedChunk>> pendingReads = new ArrayDeque<>();
    private int nextToRead;

    ImportExecution(ImportRun run, ImportRepository imports, RecordReader reader, ChunkProcessor processor) {
        this.run = run;
        this.imports = imports;
        this.reader = reader;
        this.processor = processor;
        this.nextToRead = run.nextChunk();
    }

    /** Runs the import to its end, or until this node loses the lease. */
    void run(BooleanSupplier holdsLease) {
        processor.markStarted(run.id());
        for (var number = run.nextChunk(); number < run.chunkCount(); number++) {
            readAhead();
            var chunk = readChunk();
            if (chunk.isEmpty()) {
                failUnlessProcessed(number);
                return;
            }
            if (!holdsLease.getAsBoolean()) {
                return;
            }
            var isPartlyDone = number == run.nextChunk();
            processor.process(isPartlyDone ? run : run.atBeginningOf(number),
                    isPartlyDone ? chunk.get().afterLine(run.doneLine()) : chunk.get());
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
                Log.errorf(e, "A stored chunk is unreadable, import=%s", run.id());
                return Optional.empty();
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    /** Marks the import as failed, unless the chunk is missing because another node has imported it. */
    private void failUnlessProcessed(int chunk) {
        if (imports.byId(run.id()).filter(current -> current.nextChunk() == chunk).isPresent()) {
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
