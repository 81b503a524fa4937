package org.depesche.intake.importer;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.intake.importer.ndjson.ImportConfig;
import org.depesche.intake.importer.ndjson.RecordReader;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Processes the stored imports one after the other, on the node that holds the lease. */
@ApplicationScoped
class ImportWorker {

    private static final String LEASE = "imports";

    private final ImportRepository imports;
    private final RecordReader reader;
    private final ChunkProcessor processor;
    private final Leases leases;
    private final ImportConfig config;
    private final Clock clock;
    private final Worker worker;

    ImportWorker(ImportRepository imports, RecordReader reader, ChunkProcessor processor, Leases leases, ImportConfig config,
            Clock clock, Workers workers) {
        this.imports = imports;
        this.reader = reader;
        this.processor = processor;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
        this.worker = workers.create("imports", Worker.Pace.immediate(config.retryDelay()), this::run);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    /**
     * Lets the present batch end, but does not wait for it long: its transaction is rolled back. The next start, or another
     * node, continues after the last batch that was committed.
     */
    void stop(@Observes ShutdownEvent event) {
        worker.stop(config.stopGrace());
    }

    /** Looks for imports at once: this node has stored an upload. */
    void wake() {
        worker.wake();
    }

    private Worker.Result run() {
        failSilentUploads();
        process();
        return Worker.Result.success(config.pollInterval());
    }

    private void failSilentUploads() {
        var moment = clock.instant().minus(config.uploadIdleTimeout());
        imports.uploadsSilentSince(moment).forEach(id -> processor.markFailed(id, "The upload broke off."));
    }

    private void process() {
        var next = imports.oldestRunning();
        if (next.isEmpty() || !acquireLease()) {
            return;
        }
        try {
            while (next.isPresent() && acquireLease()) {
                process(next.get());
                next = imports.oldestRunning();
            }
        } finally {
            leases.release(LEASE);
        }
    }

    private void process(ImportRun run) {
        try (var progress = new ImportExecution(run, imports, reader, processor)) {
            progress.run(this::acquireLease);
        } catch (ChunkProcessor.TakenOverByAnotherNode e) {
            Log.infof("%s", e.getMessage());
        }
    }

    private boolean acquireLease() {
        return !worker.isStopping() && leases.acquire(LEASE, config.lease());
    }
}
