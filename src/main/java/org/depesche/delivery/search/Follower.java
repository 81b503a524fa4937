package org.depesche.delivery.search;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.depesche.content.article.ArticleEvent;
import org.depesche.platform.http.LogFollower;
import org.depesche.platform.http.LogPosition;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** The one thread of a node that keeps its index up to date, and has it made anew when it is not there or broken. */
@ApplicationScoped
class Follower implements LogFollower {

    private static final long PATIENCE_MILLIS = 10_000;

    private final SearchIndex index;
    private final IndexStore store;
    private final Following following;
    private final Rebuilding rebuilding;
    private final LogPosition positions;
    private final SearchConfig config;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private final Object step = new Object();
    private final Thread thread = new Thread(this::run, "search");
    private volatile boolean stopping;
    private Instant kept;
    private Instant shown;

    Follower(SearchIndex index, IndexStore store, Following following, Rebuilding rebuilding, LogPosition positions,
            SearchConfig config, Clock clock) {
        this.index = index;
        this.store = store;
        this.following = following;
        this.rebuilding = rebuilding;
        this.positions = positions;
        this.config = config;
        this.clock = clock;
        this.kept = clock.instant();
        this.shown = kept;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    /** What this node publishes is found at once, without waiting for the next look. */
    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArticleEvent.Batch batch) {
        wake();
    }

    private void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Nobody waits for an index that is not there, or that an import left far behind. */
    @Override
    public void await(long sequence) {
        var end = System.nanoTime() + config.patience().toNanos();
        try {
            synchronized (step) {
                for (var left = config.patience().toNanos(); left > 0 && isBehind(sequence); left = end - System.nanoTime()) {
                    wake();
                    TimeUnit.NANOSECONDS.timedWait(step, left);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBehind(long sequence) {
        return index.present().filter(present -> present.position() < sequence).isPresent();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        rebuilding.stop();
        news.release();
        thread.join(PATIENCE_MILLIS);
        index.present().ifPresent(Follower::keepLast);
        store.close();
    }

    private static void keepLast(ArticleIndex last) {
        try {
            last.keep();
        } catch (RuntimeException e) {
            Log.warnf("The search index was not kept (%s); what came last is taken in again", e.getMessage());
        }
    }

    private void run() {
        try {
            while (!stopping) {
                var pause = look() ? config.look() : config.retry();
                if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ActivateRequestContext
    boolean look() {
        try {
            work();
            isBack();
            return true;
        } catch (BrokenIndex e) {
            Log.errorf("The search index is broken (%s) and is made anew", e.getMessage());
            index.isBroken();
        } catch (IndexAway e) {
            isAway(e);
        } catch (ClosedIndex e) {
            return true; // another one took its place meanwhile
        } catch (RuntimeException e) {
            Log.warnf(e, "The search index could not be kept up to date; trying again in %s", config.retry());
        }
        return false;
    }

    private void isAway(IndexAway away) {
        if (!index.isAway()) {
            Log.errorf("The search index is away (%s); trying again every %s", away.getMessage(), config.retry());
            index.isAway(true);
        }
    }

    private void isBack() {
        if (index.isAway()) {
            Log.infof("The search index is there again");
            index.isAway(false);
        }
    }

    private void work() {
        var isKept = store.isKeptHere();
        if (index.present().isEmpty() && rebuilding.mayStart()) {
            var found = store.present().filter(there -> there.position() <= positions.present().orElse(0));
            found.ifPresent(index::is);
            if (found.isEmpty() && isKept) {
                rebuilding.start();
            }
        }
        index.present().ifPresent(this::follow);
    }

    private void follow(ArticleIndex present) {
        var now = looked(present);
        try {
            while (!stopping && store.isKeptHere() && now.applied() < positions.present().orElse(0) && following.step(now)) {
                if (shown.plus(config.show()).isBefore(clock.instant())) {
                    show(now);
                }
                keep(now);
                now = looked(now);
            }
        } finally {
            show(now); // what came before a step that failed, too; or another node brought it up to date
        }
        keep(now);
    }

    private void show(ArticleIndex present) {
        present.show();
        shown = clock.instant();
        synchronized (step) {
            step.notifyAll();
        }
    }

    private ArticleIndex looked(ArticleIndex present) {
        var now = store.look(present);
        if (now != present) {
            index.is(now);
        }
        return now;
    }

    private void keep(ArticleIndex present) {
        if (kept.plus(config.keep()).isBefore(clock.instant())) {
            present.keep();
            kept = clock.instant();
        }
    }
}
