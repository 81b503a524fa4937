package org.depesche.intake.importer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import org.depesche.content.editorial.ArticleIntake;
import org.depesche.content.editorial.IntakeResult;
import org.depesche.content.editorial.IntakeRules;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.problem.InputError;

import io.quarkus.logging.Log;

/**
 * Works off one chunk. Articles, counts and progress are written in one transaction, which holds the import's row: whatever
 * dies when, no record is lost and none is taken twice.
 */
@ApplicationScoped
class ChunkWork {

    private final ImportRepository imports;
    private final RejectionRepository rejections;
    private final ArticleIntake intake;
    private final Transactions transactions;
    private final Clock clock;

    ChunkWork(ImportRepository imports, RejectionRepository rejections, ArticleIntake intake, Transactions transactions,
            Clock clock) {
        this.imports = imports;
        this.rejections = rejections;
        this.intake = intake;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Throws {@link Overtaken} when another node has gone on with the import. */
    @ActivateRequestContext
    public void workOff(ImportRun run, ReadChunk chunk) {
        try {
            transactions.run(() -> {
                hold(run.id(), chunk.number(), run.doneLine());
                var counts = take(run, chunk.records());
                imports.leave(run.id(), chunk.number(), counts);
            });
        } catch (RuntimeException e) {
            if (!Fault.isOfRecords(e)) {
                throw e;
            }
            Log.warnf(e, "A batch failed and is taken record by record, import=%s chunk=%d", run.id(), chunk.number());
            workOffSingly(run, chunk);
        }
    }

    /** So that one record which the database refuses for a reason nobody foresaw does not take the others with it. */
    private void workOffSingly(ImportRun run, ReadChunk chunk) {
        var line = run.doneLine();
        for (var record : chunk.records()) {
            single(run, chunk.number(), line, record);
            line = record.line();
        }
        var last = line;
        transactions.run(() -> {
            hold(run.id(), chunk.number(), last);
            imports.leave(run.id(), chunk.number(), ImportCounts.NONE);
        });
    }

    private void single(ImportRun run, int chunk, long doneLine, ReadRecord record) {
        try {
            transactions.run(() -> {
                hold(run.id(), chunk, doneLine);
                imports.advance(run.id(), record.line(), take(run, List.of(record)));
            });
        } catch (RuntimeException e) {
            if (!Fault.isOfRecords(e)) {
                throw e;
            }
            Log.errorf(e, "A record could not be taken, import=%s line=%d", run.id(), record.line());
            transactions.run(() -> {
                hold(run.id(), chunk, doneLine);
                rejections.add(run.id(), List.of(rejection(record,
                        List.of(InputError.atPointer("", "The record could not be stored; the fault is ours.")))));
                imports.advance(run.id(), record.line(), ImportCounts.rejected(1));
            });
        }
    }

    private void hold(UUID id, int chunk, long doneLine) {
        if (imports.locked(id).filter(run -> run.isAt(chunk, doneLine)).isEmpty()) {
            throw new Overtaken(id);
        }
    }

    private ImportCounts take(ImportRun run, List<ReadRecord> records) {
        var options = run.options();
        var results = intake.take(records.stream().map(ReadRecord::article).toList(),
                new IntakeRules(options.site(), options.asDraft(), options.makeCategories(), options.submittedBy()));
        var rejected = new ArrayList<Rejection>();
        var counts = ImportCounts.NONE;
        for (var i = 0; i < results.size(); i++) {
            counts = counts.plus(ImportCounts.of(results.get(i).kind()));
            if (results.get(i).kind() == IntakeResult.Kind.REJECTED) {
                rejected.add(rejection(records.get(i), results.get(i).errors()));
            }
        }
        rejections.add(run.id(), rejected);
        return counts;
    }

    private static Rejection rejection(ReadRecord record, List<InputError> errors) {
        return Rejection.of(record.line(), record.article().form().key().orElse(null), errors);
    }

    void start(UUID id) {
        transactions.run(() -> imports.started(id, clock.instant()));
    }

    void finish(UUID id) {
        transactions.run(() -> imports.finish(id, clock.instant()));
    }

    void fail(UUID id, String reason) {
        transactions.run(() -> imports.fail(id, reason, clock.instant()));
    }

    /** Another node has gone on with the import. */
    static final class Overtaken extends RuntimeException {

        Overtaken(UUID id) {
            super("Another node goes on with import " + id, null, false, false);
        }
    }
}
