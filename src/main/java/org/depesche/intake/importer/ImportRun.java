package org.depesche.intake.importer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An import as it is stored.
 * @param nextChunk the next chunk to import
 * @param doneLine the last line of that chunk which is imported already; 0 for none
 */
record ImportRun(UUID id, ImportState state, @Nullable String failure, ImportOptions options, int chunkCount, int nextChunk,
        long doneLine, ImportCounts counts, Instant submittedAt, @Nullable Instant startedAt, @Nullable Instant finishedAt) {

    boolean isAt(int chunk, long line) {
        return state == ImportState.RUNNING && nextChunk == chunk && doneLine == line;
    }

    ImportRun atBeginningOf(int chunk) {
        return new ImportRun(id, state, failure, options, chunkCount, chunk, 0, counts, submittedAt, startedAt, finishedAt);
    }
}
