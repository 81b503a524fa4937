package org.depesche.delivery.search.indexing;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.depesche.content.projection.ArticleEvent;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.BrokenIndex;
import org.depesche.delivery.search.index.ClosedIndex;
import org.depesche.delivery.search.index.IndexStore;
import org.depesche.delivery.search.index.IndexUnreachable;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.platform.http.ChangeLogFollower;
import org.depesche.platform.http.ChangeLogPosition;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** The one thread of a node that keeps its index up to date, and has it made anew when it is not there or broken. */
@ApplicationScoped
class IndexFollower implements ChangeLogFollower {

    private static final long SHUTDOWN_MILLIS = 10_000;

    private final CurrentIndex index;
    private final IndexStore store;
    private final IndexUpdater updater;
    private final IndexRebuilder rebuilder;
    private final ChangeLogPosition positions;
    private final SearchConfig config;
    private final Clock clock;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Object refreshMonitor = new Object();
    private final Thread thread = new Thread(this::run, "search");
    private volatile boolean stopping;
    private Instant lastCommit;
    private Instant lastRefresh;

    IndexFollower(CurrentIndex index, IndexStore store, IndexUpdater following, IndexRebuilder rebuilding,
            ChangeLogPosition positions,
            SearchConfig config, Clock clock) {
        this.index = index;
        this.store = store;
        this.updater = following;
        this.rebuilder = rebuilding;
        this.positions = positions;
        this.config = config;
        this.clock = clock;
        this.lastCommit = clock.instant();
        this.lastRefresh = lastCommit;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    /** What this node publishes is found at once, without waiting for the next look. */
    void onArticlesChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArticleEvent.Batch batch) {
        wake();
    }

    private void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Nobody waits for an index that is not there, or that an import left far behind. */
    @Override
    public void await(long sequence) {
        var end = System.nanoTime() + config.writeWait().toNanos();
        try {
            synchronized (refreshMonitor) {
                for (var left = config.writeWait().toNanos(); left > 0 && isBehind(sequence); left = end - System.nanoTime()) {
                    wake();
                    TimeUnit.NANOSECONDS.timedWait(refreshMonitor, left);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBehind(long sequence) {
        return index.current().filter(present -> present.position() < sequence).isPresent();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        rebuilder.stop();
        wakeUps.release();
        thread.join(SHUTDOWN_MILLIS);
        index.current().ifPresent(IndexFollower::commitLast);
        store.close();
    }

    private static void commitLast(ArticleIndex last) {
        try {
            last.commit();
        } catch (RuntimeException e) {
            Log.warnf("The search index was not kept (%s); what came last is taken in again", e.getMessage());
        }
    }

    private void run() {
        try {
            while (!stopping) {
                var pause = poll() ? config.pollInterval() : config.retryDelay();
                if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ActivateRequestContext
    boolean poll() {
        try {
            update();
            markReachable();
            return true;
        } catch (BrokenIndex e) {
            Log.errorf("The search index is broken (%s) and is made anew", e.getMessage());
            index.discard();
        } catch (IndexUnreachable e) {
            markUnreachable(e);
        } catch (ClosedIndex e) {
            return true; // another one took its place meanwhile
        } catch (RuntimeException e) {
            Log.warnf(e, "The search index could not be kept up to date; trying again in %s", config.retryDelay());
        }
        return false;
    }

    private void markUnreachable(IndexUnreachable away) {
        if (!index.isUnreachable()) {
            Log.errorf("The search index is away (%s); trying again every %s", away.getMessage(), config.retryDelay());
            index.setUnreachable(true);
        }
    }

    private void markReachable() {
        if (index.isUnreachable()) {
            Log.infof("The search index is there again");
            index.setUnreachable(false);
        }
    }

    private void update() {
        var isKept = store.tryBecomeWriter();
        if (index.current().isEmpty() && rebuilder.mayStart()) {
            var found = store.openCurrent().filter(there -> there.position() <= positions.latest().orElse(0));
            found.ifPresent(index::set);
            if (found.isEmpty() && isKept) {
                rebuilder.start();
            }
        }
        index.current().ifPresent(this::follow);
    }

    private void follow(ArticleIndex present) {
        var now = reopenIfChanged(present);
        try {
            while (!stopping && store.tryBecomeWriter() && now.appliedPosition() < positions.latest().orElse(0)
                    && updater.applyNextBatch(now)) {
                if (lastRefresh.plus(config.refreshInterval()).isBefore(clock.instant())) {
                    refresh(now);
                }
                commitIfDue(now);
                now = reopenIfChanged(now);
            }
        } finally {
            refresh(now); // what came before a step that failed, too; or another node brought it up to date
        }
        commitIfDue(now);
    }

    private void refresh(ArticleIndex present) {
        present.refresh();
        lastRefresh = clock.instant();
        synchronized (refreshMonitor) {
            refreshMonitor.notifyAll();
        }
    }

    private ArticleIndex reopenIfChanged(ArticleIndex present) {
        var now = store.reopenIfChanged(present);
        if (now != present) {
            index.set(now);
        }
        return now;
    }

    private void commitIfDue(ArticleIndex present) {
        if (lastCommit.plus(config.commitInterval()).isBefore(clock.instant())) {
            present.commit();
            lastCommit = clock.instant();
        }
    }
}
