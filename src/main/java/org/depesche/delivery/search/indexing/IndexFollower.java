package org.depesche.delivery.search.indexing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.delivery.change.ChangeLogGrew;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.BrokenIndex;
import org.depesche.delivery.search.index.ClosedIndex;
import org.depesche.delivery.search.index.IndexStore;
import org.depesche.delivery.search.index.IndexUnreachable;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.platform.http.ChangeLogFollower;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.problem.Outages;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Tails the change log and keeps this node's index up to date. Starts a rebuild when the index is missing or broken. */
@ApplicationScoped
class IndexFollower implements ChangeLogFollower {

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(10);

    private final CurrentIndex index;
    private final IndexStore store;
    private final IndexUpdater updater;
    private final IndexRebuilder rebuilder;
    private final ChangeLogPositionTracker positions;
    private final SearchConfig config;
    private final Clock clock;
    private final Object refreshMonitor = new Object();
    private final Worker worker;
    private Instant lastCommit;
    private Instant lastRefresh;

    IndexFollower(CurrentIndex index, IndexStore store, IndexUpdater updater, IndexRebuilder rebuilder,
            ChangeLogPositionTracker positions, SearchConfig config, Clock clock, Workers workers) {
        this.index = index;
        this.store = store;
        this.updater = updater;
        this.rebuilder = rebuilder;
        this.positions = positions;
        this.config = config;
        this.clock = clock;
        this.lastCommit = clock.instant();
        this.lastRefresh = lastCommit;
        this.worker = workers.create("search", Worker.Pace.immediate(config.retryDelay()),
                () -> poll() ? Worker.Result.success(config.pollInterval()) : Worker.Result.failure(config.retryDelay()));
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void onChangeLogGrew(@Observes ChangeLogGrew event) {
        worker.wake();
    }

    /**
     * Waits until searches see a sequence, at most for {@link SearchConfig#writeWait}. Does not wait while there is no
     * index.
     */
    @Override
    public void await(long sequence) {
        var deadline = System.nanoTime() + config.writeWait().toNanos();
        try {
            synchronized (refreshMonitor) {
                for (var remaining = config.writeWait().toNanos(); remaining > 0
                        && isBehind(sequence); remaining = deadline - System.nanoTime()) {
                    worker.wake();
                    TimeUnit.NANOSECONDS.timedWait(refreshMonitor, remaining);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBehind(long sequence) {
        return index.current().filter(currentIndex -> currentIndex.position() < sequence).isPresent();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop(Duration.ZERO);
        rebuilder.stop();
        worker.stop(SHUTDOWN_GRACE);
        index.current().ifPresent(IndexFollower::commitLast);
        store.close();
    }

    private static void commitLast(ArticleIndex lastIndex) {
        try {
            lastIndex.commit();
        } catch (RuntimeException e) {
            Log.warnf("The search index was not committed (%s); the last changes will be indexed again", e.getMessage());
        }
    }

    /** Returns false after a failure. */
    boolean poll() {
        try {
            update();
            markReachable();
            return true;
        } catch (BrokenIndex e) {
            Log.errorf("The search index is broken (%s) and is rebuilt", e.getMessage());
            index.discard();
        } catch (IndexUnreachable e) {
            markUnreachable(e);
        } catch (ClosedIndex e) {
            return true; // another index replaced this one
        } catch (RuntimeException e) {
            logFailure(e);
        }
        return false;
    }

    private void logFailure(RuntimeException failure) {
        if (Outages.isOutage(failure)) {
            Log.warnf("The search index was not updated (%s); next attempt in %s", failure.getMessage(), config.retryDelay());
        } else {
            Log.warnf(failure, "The search index was not updated; next attempt in %s", config.retryDelay());
        }
    }

    private void markUnreachable(IndexUnreachable unreachable) {
        if (!index.isUnreachable()) {
            Log.errorf("The search index is unreachable (%s); next attempts every %s", unreachable.getMessage(),
                    config.retryDelay());
            index.setUnreachable(true);
        }
    }

    private void markReachable() {
        if (index.isUnreachable()) {
            Log.infof("The search index is reachable again");
            index.setUnreachable(false);
        }
    }

    private void update() {
        var isWriter = store.tryBecomeWriter();
        if (index.current().isEmpty() && rebuilder.mayStart()) {
            var opened = store.openCurrent().filter(existing -> existing.position() <= positions.latest().orElse(0));
            opened.ifPresent(index::set);
            if (opened.isEmpty() && isWriter) {
                rebuilder.start();
            }
        }
        index.current().ifPresent(this::follow);
    }

    private void follow(ArticleIndex opened) {
        var now = reopenIfChanged(opened);
        try {
            while (!worker.isStopping() && store.tryBecomeWriter() && now.appliedPosition() < positions.latest().orElse(0)
                    && updater.applyNextBatch(now)) {
                if (lastRefresh.plus(config.refreshInterval()).isBefore(clock.instant())) {
                    refresh(now);
                }
                commitIfDue(now);
                now = reopenIfChanged(now);
            }
        } finally {
            refresh(now); // also shows the changes before a failed batch, and those that another node wrote
        }
        commitIfDue(now);
    }

    private void refresh(ArticleIndex index) {
        index.refresh();
        lastRefresh = clock.instant();
        synchronized (refreshMonitor) {
            refreshMonitor.notifyAll();
        }
    }

    private ArticleIndex reopenIfChanged(ArticleIndex known) {
        var now = store.reopenIfChanged(known);
        if (now != known) {
            index.set(now);
        }
        return now;
    }

    private void commitIfDue(ArticleIndex index) {
        if (lastCommit.plus(config.commitInterval()).isBefore(clock.instant())) {
            index.commit();
            lastCommit = clock.instant();
        }
    }
}
