package org.depesche.intake.importer;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.lease.Leases;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** The one thread of a node that works imports off, one after the other, whenever no other node does. */
@ApplicationScoped
class ImportWorker {

    private static final String LEASE = "imports";

    private final ImportRepository imports;
    private final RecordReader reader;
    private final ChunkWork work;
    private final Leases leases;
    private final ImportConfig config;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "imports");
    private volatile boolean stopped;

    ImportWorker(ImportRepository imports, RecordReader reader, ChunkWork work, Leases leases, ImportConfig config,
            Clock clock) {
        this.imports = imports;
        this.reader = reader;
        this.work = work;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    /** The batch under way is finished; the rest goes on where it stopped. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        bell.release();
        thread.join(config.lease().toMillis());
    }

    /** There is work. */
    void poke() {
        bell.release();
    }

    private void run() {
        while (!stopped) {
            try {
                clearAway();
                workOff();
                bell.tryAcquire(config.look().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                pauseAfter(e);
            }
            bell.drainPermits();
        }
    }

    private void pauseAfter(RuntimeException failure) {
        if (stopped) {
            return;
        }
        Log.warnf(failure, "Imports pause for %s and then go on", config.pause());
        try {
            bell.tryAcquire(config.pause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void clearAway() {
        var moment = clock.instant().minus(config.uploadSilence());
        imports.silentSince(moment).forEach(id -> work.fail(id, "The upload broke off."));
    }

    private void workOff() {
        var next = imports.next();
        if (next.isEmpty() || !isMine()) {
            return;
        }
        try {
            while (next.isPresent() && isMine()) {
                workOff(next.get());
                next = imports.next();
            }
        } finally {
            leases.release(LEASE);
        }
    }

    private void workOff(ImportRun run) {
        try (var progress = new ImportProgress(run, imports, reader, work)) {
            progress.workOff(this::isMine);
        } catch (ChunkWork.Overtaken e) {
            Log.infof("%s", e.getMessage());
        }
    }

    private boolean isMine() {
        return !stopped && leases.hold(LEASE, config.lease());
    }
}
