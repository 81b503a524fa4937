package org.depesche.intake.importer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import org.depesche.content.editorial.bulk.ArticleImporter;
import org.depesche.content.editorial.bulk.ImportResult;
import org.depesche.intake.importer.ndjson.ParsedChunk;
import org.depesche.intake.importer.ndjson.Rejection;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.problem.InputError;

import io.quarkus.logging.Log;

/**
 * Imports one chunk. The articles, the counts and the progress are written in one transaction, which locks the import's
 * row. Whatever node fails at whatever time, no record is lost and none is imported twice.
 */
@ApplicationScoped
class ChunkProcessor {

    private final ImportRepository imports;
    private final RejectionRepository rejections;
    private final ArticleImporter importer;
    private final Transactions transactions;
    private final Clock clock;

    ChunkProcessor(ImportRepository imports, RejectionRepository rejections, ArticleImporter importer,
            Transactions transactions,
            Clock clock) {
        this.imports = imports;
        this.rejections = rejections;
        this.importer = importer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Imports the records of a chunk that are not imported yet.
     * @throws TakenOverByAnotherNode when another node has continued the import
     */
    @ActivateRequestContext
    public void process(ImportRun run, ParsedChunk chunk) {
        try {
            transactions.run(() -> {
                lockPosition(run.id(), chunk.number(), run.doneLine());
                var counts = importRecords(run, chunk.records());
                imports.completeChunk(run.id(), chunk.number(), counts);
            });
        } catch (RuntimeException e) {
            if (!FailureClassifier.isCausedByRecords(e)) {
                throw e;
            }
            Log.warnf(e, "A batch failed and is imported record by record, import=%s chunk=%d", run.id(), chunk.number());
            processOneByOne(run, chunk);
        }
    }

    /**
     * Imports each record in its own transaction, so that a record which the database rejects unexpectedly does not
     * fail the others.
     */
    private void processOneByOne(ImportRun run, ParsedChunk chunk) {
        var line = run.doneLine();
        for (var record : chunk.records()) {
            processRecord(run, chunk.number(), line, record);
            line = record.line();
        }
        var lastLine = line;
        transactions.run(() -> {
            lockPosition(run.id(), chunk.number(), lastLine);
            imports.completeChunk(run.id(), chunk.number(), ImportCounts.NONE);
        });
    }

    private void processRecord(ImportRun run, int chunk, long doneLine, ParsedChunk.ParsedRecord record) {
        try {
            transactions.run(() -> {
                lockPosition(run.id(), chunk, doneLine);
                imports.advanceToLine(run.id(), record.line(), importRecords(run, List.of(record)));
            });
        } catch (RuntimeException e) {
            if (!FailureClassifier.isCausedByRecords(e)) {
                throw e;
            }
            Log.errorf(e, "A record could not be imported, import=%s line=%d", run.id(), record.line());
            transactions.run(() -> {
                lockPosition(run.id(), chunk, doneLine);
                rejections.insert(run.id(), List.of(rejection(record,
                        List.of(InputError.atPointer("", "The record could not be stored; the fault is ours.")))));
                imports.advanceToLine(run.id(), record.line(), ImportCounts.rejected(1));
            });
        }
    }

    private void lockPosition(UUID id, int chunk, long doneLine) {
        if (imports.findForUpdate(id).filter(run -> run.isAt(chunk, doneLine)).isEmpty()) {
            throw new TakenOverByAnotherNode(id);
        }
    }

    private ImportCounts importRecords(ImportRun run, List<ParsedChunk.ParsedRecord> records) {
        var options = run.options();
        var results = importer.importAll(records.stream().map(ParsedChunk.ParsedRecord::article).toList(),
                new ArticleImporter.ImportRules(options.site(), options.asDraft(), options.createCategories(),
                        options.submittedBy()));
        var rejected = new ArrayList<Rejection>();
        var counts = ImportCounts.NONE;
        for (var i = 0; i < results.size(); i++) {
            counts = counts.plus(ImportCounts.of(results.get(i).outcome()));
            if (results.get(i).outcome() == ImportResult.Outcome.REJECTED) {
                rejected.add(rejection(records.get(i), results.get(i).errors()));
            }
        }
        rejections.insert(run.id(), rejected);
        return counts;
    }

    private static Rejection rejection(ParsedChunk.ParsedRecord record, List<InputError> errors) {
        return Rejection.of(record.line(), record.article().form().displayKey().orElse(null), errors);
    }

    void markStarted(UUID id) {
        transactions.run(() -> imports.markStarted(id, clock.instant()));
    }

    void markFinished(UUID id) {
        transactions.run(() -> imports.markFinished(id, clock.instant()));
    }

    void markFailed(UUID id, String reason) {
        transactions.run(() -> imports.markFailed(id, reason, clock.instant()));
    }

    /** Another node has continued the import. */
    static final class TakenOverByAnotherNode extends RuntimeException {

        TakenOverByAnotherNode(UUID id) {
            super("Another node goes on with the import, or it was cancelled, import=" + id, null, false, false);
        }
    }
}
