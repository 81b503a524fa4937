package org.depesche.intake.importer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

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

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;

/**
 * Accepts uploads of articles and reports their progress. An upload is stored while it is received. The import starts
 * when the upload is complete, on any node of the cluster.
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
    private final Set<Thread> receivers = ConcurrentHashMap.newKeySet();

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

    /**
     * Stores an upload, and returns at the end of the stream.
     * @param ndjson one article in the writing form a line, in UTF-8
     * @throws Problem when too many imports are unfinished, or the upload breaks off
     */
    public UUID submit(InputStream ndjson, ImportOptions options) {
        return submit(ndjson, options, Actor.service(options.submittedBy()), () -> {
        });
    }

    /**
     * Ends an import that is being received, waits or runs. Articles that it has brought stay. A second call does nothing.
     * @throws Problem when the import is unknown or has ended otherwise
     */
    void cancel(UUID id, Actor actor) {
        transactions.run(() -> {
            if (imports.cancel(id, clock.instant())) {
                audit.record(actor, AuditAction.of("import.cancel", "import", id));
            } else if (stateOf(id) != ImportState.CANCELLED) {
                throw new Problem(ProblemType.CONFLICT, "The import has ended already: it is " + stateOf(id).value() + ".");
            }
        });
    }

    private ImportState stateOf(UUID id) {
        return imports.byId(id).map(ImportRun::state)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no import with this id."));
    }

    /** Ends the uploads that are being received: a client may send one for hours, and the service is about to stop. */
    void stopReceiving(@Observes ShutdownDelayInitiatedEvent event) {
        receivers.forEach(Thread::interrupt);
    }

    /** @param heartbeat is called repeatedly while the stream is received */
    UUID submit(InputStream ndjson, ImportOptions options, Actor actor, Runnable heartbeat) {
        receivers.add(Thread.currentThread());
        try {
            return receive(ndjson, options, actor, heartbeat);
        } finally {
            receivers.remove(Thread.currentThread());
        }
    }

    /** Counts the uploads of this node as well: many that begin at once are not in the table yet. */
    private UUID receive(InputStream ndjson, ImportOptions options, Actor actor, Runnable heartbeat) {
        if (receivers.size() > config.maxUnfinished() || imports.countUnfinished() >= config.maxUnfinished()) {
            throw new Problem(ProblemType.TOO_MANY_REQUESTS,
                    config.maxUnfinished() + " imports are not finished yet; no more are taken.")
                    .header("Retry-After", "60");
        }
        var id = Uuid7.next();
        transactions.run(() -> imports.insert(id, options, clock.instant()));
        try {
            store(id, ndjson, actor, heartbeat);
        } catch (IOException e) {
            throw abort(id,
                    new Problem(ProblemType.MALFORMED_BODY,
                            "The upload broke off or is not what its encoding says. Nothing of it was taken: send it again."));
        } catch (RuntimeException e) {
            throw abort(id, e);
        }
        worker.wake();
        return id;
    }

    private void store(UUID id, InputStream ndjson, Actor actor, Runnable heartbeat) throws IOException {
        var chunks = new UploadSplitter(id, config, new TransactionalStore(heartbeat)).split(ndjson);
        if (!transactions.call(() -> startRun(id, chunks, actor))) {
            throw uploadEnded();
        }
    }

    /** Starts the import. One audit entry covers all its articles, whose revisions have the sender's name. */
    private boolean startRun(UUID id, int chunks, Actor actor) {
        var isReceived = imports.markReceived(id, chunks, clock.instant());
        if (isReceived) {
            audit.record(actor, AuditAction.of("import.start", "import", id));
        }
        return isReceived;
    }

    private RuntimeException abort(UUID id, RuntimeException failure) {
        var reason = failure instanceof Problem problem ? problem.detail() : "The upload could not be stored.";
        transactions.run(() -> imports.markFailed(id, reason, clock.instant()));
        return failure;
    }

    private static Problem uploadEnded() {
        return new Problem(ProblemType.CONFLICT, "The import was cancelled, or silent for so long that it has been given up.");
    }

    /** The progress of an import; empty when the id is unknown. */
    public Optional<ImportView> progress(UUID id) {
        return imports.byId(id).map(run -> ImportView.of(run, zone));
    }

    /** Whether an import has finished, failed or been cancelled. */
    public boolean isFinished(UUID id) {
        return imports.byId(id).map(run -> run.state() != ImportState.RECEIVING && run.state() != ImportState.RUNNING)
                .orElse(true);
    }

    /** Stores each chunk in its own transaction, because a slow upload must not hold a transaction open. */
    private final class TransactionalStore implements UploadSplitter.Store {

        private final Runnable heartbeat;

        TransactionalStore(Runnable heartbeat) {
            this.heartbeat = heartbeat;
        }

        @Override
        public void storeChunk(UUID id, Chunk chunk) {
            transactions.run(() -> {
                if (!imports.touchUpload(id, clock.instant())) {
                    throw uploadEnded();
                }
                imports.insertChunk(id, chunk);
            });
            heartbeat.run();
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
