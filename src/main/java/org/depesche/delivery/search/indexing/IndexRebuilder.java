package org.depesche.delivery.search.indexing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import org.depesche.content.article.ArticleTexts;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.IndexStore;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.platform.http.ChangeLogPosition;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/**
 * Makes the index anew while the present one goes on answering: all articles are read, then what changed meanwhile, and only
 * then it takes the other's place.
 */
@ApplicationScoped
class IndexRebuilder {

    private final CurrentIndex index;
    private final IndexStore store;
    private final IndexUpdater updater;
    private final ArticleTexts texts;
    private final ChangeLogPosition positions;
    private final SearchConfig config;
    private final Clock clock;
    private volatile Progress progress = Progress.NONE;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    IndexRebuilder(CurrentIndex index, IndexStore store, IndexUpdater following, ArticleTexts texts,
            ChangeLogPosition positions,
            SearchConfig config, Clock clock) {
        this.index = index;
        this.store = store;
        this.updater = following;
        this.texts = texts;
        this.positions = positions;
        this.config = config;
        this.clock = clock;
    }

    /** How far the last one is. */
    Progress progress() {
        return progress;
    }

    boolean isRunning() {
        return progress.state() == State.RUNNING;
    }

    /** Not while one is under way, and not at once after one that failed. */
    boolean mayStart() {
        var last = progress;
        return last.state() != State.RUNNING && (last.state() != State.FAILED || last.finishedAt() == null
                || last.finishedAt().plus(config.retryDelay()).isBefore(clock.instant()));
    }

    /** One at a time: while one is under way nothing more is done. */
    synchronized void start() {
        if (!isRunning() && !stopping) {
            progress = new Progress(State.RUNNING, 0, 0, clock.instant(), null);
            thread = new Thread(this::run, "search");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop() throws InterruptedException {
        stopping = true;
        var running = thread;
        if (running != null) {
            running.join();
        }
    }

    @ActivateRequestContext
    void run() {
        try {
            build();
        } catch (RuntimeException e) {
            Log.errorf(e, "The search index could not be made anew");
            progress = progress.ended(State.FAILED, clock.instant());
        }
    }

    private void build() {
        var position = positions.latest().orElse(0);
        progress = progress.withTotal(texts.count());
        var fresh = store.create();
        fill(fresh, position);
        while (!stopping && updater.applyNextBatch(fresh)) {
            Thread.onSpinWait(); // what changed meanwhile
        }
        if (stopping) {
            progress = progress.ended(State.FAILED, clock.instant());
            return;
        }
        fresh.commit();
        store.activate(fresh);
        index.set(fresh);
        progress = progress.ended(State.FINISHED, clock.instant());
        Log.infof("Search index built: articles=%d", fresh.size());
    }

    private void fill(ArticleIndex fresh, long position) {
        var last = Optional.<UUID> empty();
        for (var read = texts.after(null, config.batchSize()); !read.isEmpty() && !stopping; read = texts.after(last.get(),
                config.batchSize())) {
            fresh.apply(read, List.of(), position);
            progress = progress.plus(read.size());
            last = Optional.of(read.get(read.size() - 1).id());
        }
        fresh.apply(List.of(), List.of(), position);
    }

    /** What is known of a rebuild. */
    enum State {
        NONE,
        RUNNING,
        FINISHED,
        FAILED
    }

    /** @param total how many articles there were when it began */
    record Progress(State state, long indexed, long total, @Nullable Instant startedAt, @Nullable Instant finishedAt) {

        private static final Progress NONE = new Progress(State.NONE, 0, 0, null, null);

        private Progress withTotal(long all) {
            return new Progress(state, indexed, all, startedAt, finishedAt);
        }

        private Progress plus(int more) {
            return new Progress(state, indexed + more, Math.max(total, indexed + more), startedAt, finishedAt);
        }

        private Progress ended(State end, Instant at) {
            return new Progress(end, indexed, total, startedAt, at);
        }
    }
}
