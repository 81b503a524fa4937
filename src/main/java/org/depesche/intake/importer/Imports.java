package org.depesche.intake.importer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.intake.importer.ndjson.Chunk;
import org.depesche.intake.importer.ndjson.ImportConfig;
import org.depesche.intake.importer.ndjson.Rejection;
import org.depesche.intake.importer.ndjson.UploadSplitter;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Actor;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/**
 * Takes uploads of articles and tells how far they are worked off. An upload is stored while it comes in; only when it is
 * whole does its work begin, on whichever node of the cluster is free.
 */
@ApplicationScoped
public class Imports {

    private final ImportRepository imports;
    private final RejectionRepository rejections;
    private final Transactions transactions;
    private final AuditLog audit;
    private final ImportWorker worker;
    private final ImportConfig config;
    private final PublicationZone zone;
    private final Clock clock;

    Imports(ImportRepository imports, RejectionRepository rejections, Transactions transactions, AuditLog audit,
            ImportWorker worker, ImportConfig config, PublicationZone zone, Clock clock) {
        this.imports = imports;
        this.rejections = rejections;
        this.transactions = transactions;
        this.audit = audit;
        this.worker = worker;
        this.config = config;
        this.zone = zone;
        this.clock = clock;
    }

    /** Stores one record a line in the writing form, in UTF-8, and returns as soon as the stream is at its end. */
    public UUID submit(InputStream ndjson, ImportOptions options) {
        return submit(ndjson, options, Actor.service(options.submittedBy()), () -> {
        });
    }

    /** @param alive called again and again while the stream comes in */
    UUID submit(InputStream ndjson, ImportOptions options, Actor by, Runnable alive) {
        if (imports.countUnfinished() >= config.maxUnfinished()) {
            throw new Problem(ProblemType.TOO_MANY_REQUESTS,
                    config.maxUnfinished() + " imports are not finished yet; no more are taken.")
                    .header("Retry-After", "60");
        }
        var id = Uuid7.next();
        transactions.run(() -> imports.insert(id, options, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        try {
            store(id, ndjson, by, alive);
        } catch (IOException e) {
            throw abort(id,
                    new Problem(ProblemType.MALFORMED_BODY, "The upload broke off or is not what its encoding says ("
                            + e.getMessage() + "). Nothing of it was taken: send it again."));
        } catch (RuntimeException e) {
            throw abort(id, e);
        }
        worker.wake();
        return id;
    }

    private void store(UUID id, InputStream ndjson, Actor by, Runnable alive) throws IOException {
        var chunks = new UploadSplitter(id, config, new TransactionalStore(alive)).split(ndjson);
        if (!transactions.call(() -> startRun(id, chunks, by))) {
            throw uploadTimedOut();
        }
    }

    /** One entry of the audit stands for all its articles, whose revisions bear the sender's name. */
    private boolean startRun(UUID id, int chunks, Actor by) {
        var isWhole = imports.markReceived(id, chunks, clock.instant());
        if (isWhole) {
            audit.record(by, AuditAction.of("import.start", "import", id));
        }
        return isWhole;
    }

    private RuntimeException abort(UUID id, RuntimeException failure) {
        var reason = failure instanceof Problem problem ? problem.detail() : "The upload could not be stored.";
        transactions.run(() -> imports.markFailed(id, reason, clock.instant()));
        return failure;
    }

    private static Problem uploadTimedOut() {
        return new Problem(ProblemType.UNAVAILABLE, "The upload was silent for too long and has been given up. Send it again.");
    }

    /** How far it is; absent for an unknown one. */
    public Optional<ImportView> progress(UUID id) {
        return imports.byId(id).map(run -> ImportView.of(run, zone));
    }

    /** Whether nothing more happens to it. */
    public boolean isFinished(UUID id) {
        return imports.byId(id).map(run -> run.state() == ImportState.FINISHED || run.state() == ImportState.FAILED)
                .orElse(true);
    }

    /** Each part in a transaction of its own: a slow upload must not hold one open. */
    private final class TransactionalStore implements UploadSplitter.Store {

        private final Runnable alive;

        TransactionalStore(Runnable alive) {
            this.alive = alive;
        }

        @Override
        public void storeChunk(UUID id, Chunk chunk) {
            transactions.run(() -> {
                if (!imports.touchUpload(id, clock.instant())) {
                    throw uploadTimedOut();
                }
                imports.insertChunk(id, chunk);
            });
            alive.run();
        }

        @Override
        public void storeRejections(UUID id, List<Rejection> found) {
            transactions.run(() -> {
                rejections.insert(id, found);
                imports.addCounts(id, ImportCounts.rejected(found.size()));
            });
        }
    }
}
