package org.depesche.intake.importer;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.intake.importer.ndjson.ImportConfig;
import org.depesche.intake.importer.ndjson.RecordReader;
import org.depesche.platform.lease.Leases;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Runs imports on one thread, one after the other, while this node holds the lease. */
@ApplicationScoped
class ImportWorker {

    private static final String LEASE = "imports";

    private final ImportRepository imports;
    private final RecordReader reader;
    private final ChunkProcessor processor;
    private final Leases leases;
    private final ImportConfig config;
    private final Clock clock;
    private final Semaphore wakeSignal = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "imports");
    private volatile boolean stopped;

    ImportWorker(ImportRepository imports, RecordReader reader, ChunkProcessor processor, Leases leases, ImportConfig config,
            Clock clock) {
        this.imports = imports;
        this.reader = reader;
        this.processor = processor;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops after the current batch. The import continues there later, on any node. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        wakeSignal.release();
        thread.join(config.lease().toMillis());
    }

    /** Wakes the worker, because an upload is complete. */
    void wake() {
        wakeSignal.release();
    }

    private void run() {
        while (!stopped) {
            try {
                failSilentUploads();
                process();
                wakeSignal.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                pauseAfter(e);
            }
            wakeSignal.drainPermits();
        }
    }

    private void pauseAfter(RuntimeException failure) {
        if (stopped) {
            return;
        }
        Log.warnf(failure, "Imports pause for %s", config.retryDelay());
        try {
            wakeSignal.tryAcquire(config.retryDelay().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void failSilentUploads() {
        var idleSince = clock.instant().minus(config.uploadIdleTimeout());
        imports.uploadsSilentSince(idleSince).forEach(id -> processor.markFailed(id, "The upload broke off."));
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
        return !stopped && leases.acquire(LEASE, config.lease());
    }
}
