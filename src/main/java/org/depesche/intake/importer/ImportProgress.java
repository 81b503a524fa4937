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

import io.quarkus.logging.Log;

/** One import being worked off: while one chunk is written, the next ones are read on another thread. */
final class ImportProgress implements AutoCloseable {

    /** More would only be memory: reading is faster than writing. */
    private static final int AHEAD = 2;

    private final ImportRun run;
    private final ImportRepository imports;
    private final RecordReader reader;
    private final ChunkWork work;
    private final ExecutorService readers = Executors.newSingleThreadExecutor(task -> new Thread(task, "imports-reading"));
    private final Deque<Future<ReadChunk>> ahead = new ArrayDeque<>();
    private int nextToRead;

    ImportProgress(ImportRun run, ImportRepository imports, RecordReader reader, ChunkWork work) {
        this.run = run;
        this.imports = imports;
        this.reader = reader;
        this.work = work;
        this.nextToRead = run.nextChunk();
    }

    /** To its end, or as long as it is ours. */
    void workOff(BooleanSupplier isMine) {
        work.start(run.id());
        for (var number = run.nextChunk(); number < run.chunkCount(); number++) {
            readAhead();
            var chunk = read();
            if (chunk.isEmpty()) {
                giveUp(number);
                return;
            }
            if (!isMine.getAsBoolean()) {
                return;
            }
            var begun = number == run.nextChunk();
            work.workOff(begun ? run : run.atBeginningOf(number), begun ? chunk.get().after(run.doneLine()) : chunk.get());
        }
        work.finish(run.id());
        imports.byId(run.id()).ifPresent(ImportProgress::report);
    }

    private void readAhead() {
        while (ahead.size() <= AHEAD && nextToRead < run.chunkCount()) {
            var number = nextToRead++;
            ahead.add(readers.submit(() -> read(number)));
        }
    }

    private ReadChunk read(int number) throws IOException {
        var chunk = imports.chunk(run.id(), number);
        return reader.read(chunk.orElseThrow(() -> new IOException("missing")));
    }

    private Optional<ReadChunk> read() {
        try {
            return Optional.of(ahead.remove().get());
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
    private void giveUp(int chunk) {
        if (imports.byId(run.id()).filter(present -> present.nextChunk() == chunk).isPresent()) {
            work.fail(run.id(), "A part of the stored upload cannot be read.");
        }
    }

    private static void report(ImportRun run) {
        var counts = run.counts();
        Log.infof("Import finished, import=%s read=%d created=%d updated=%d unchanged=%d rejected=%d", run.id(), counts.read(),
                counts.created(), counts.updated(), counts.unchanged(), counts.rejected());
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
