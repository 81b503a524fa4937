package org.depesche.delivery.search.indexing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import org.depesche.content.article.ArticleTexts;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.IndexStore;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.logging.Log;

/**
 * Rebuilds the index while searches use the current one. The new index first gets all articles, then the changes since
 * the start. Only then it replaces the current one.
 */
@ApplicationScoped
class IndexRebuilder {

    private final CurrentIndex index;
    private final IndexStore store;
    private final IndexUpdater updater;
    private final ArticleTexts texts;
    private final ChangeLogPositionTracker positions;
    private final SearchConfig config;
    private final Clock clock;
    private volatile Progress progress = Progress.NONE;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    IndexRebuilder(CurrentIndex index, IndexStore store, IndexUpdater updater, ArticleTexts texts,
            ChangeLogPositionTracker positions,
            SearchConfig config, Clock clock) {
        this.index = index;
        this.store = store;
        this.updater = updater;
        this.texts = texts;
        this.positions = positions;
        this.config = config;
        this.clock = clock;
    }

    /** The progress of the last rebuild. */
    Progress progress() {
        return progress;
    }

    boolean isRunning() {
        return progress.state() == State.RUNNING;
    }

    /** Whether a rebuild may start by itself: not while one is running, and not immediately after one that failed. */
    boolean mayStart() {
        var last = progress;
        return last.state() != State.RUNNING && (last.state() != State.FAILED || last.finishedAt() == null
                || last.finishedAt().plus(config.retryDelay()).isBefore(clock.instant()));
    }

    /** Starts a rebuild in the background, unless one is running. */
    synchronized void start() {
        if (!isRunning() && !stopping) {
            progress = new Progress(State.RUNNING, 0, 0, clock.instant(), null);
            thread = new Thread(this::run, "search-rebuild");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Ends a running rebuild and waits for its end. No other rebuild starts afterwards. */
    void stop() throws InterruptedException {
        stopping = true;
        var running = runningThread();
        if (running != null) {
            running.join();
        }
    }

    private synchronized @Nullable Thread runningThread() {
        return thread;
    }

    @ActivateRequestContext
    void run() {
        try {
            build();
        } catch (RuntimeException e) {
            Log.errorf(e, "The rebuild of the search index failed");
            progress = progress.ended(State.FAILED, clock.instant());
        }
    }

    private void build() {
        var position = positions.latest().orElse(0);
        progress = progress.withTotal(texts.count());
        var newIndex = store.create();
        fill(newIndex, position);
        while (!stopping && updater.applyNextBatch(newIndex)) {
            Thread.onSpinWait(); // applies the changes since the start
        }
        if (stopping) {
            progress = progress.ended(State.FAILED, clock.instant());
            return;
        }
        newIndex.commit();
        store.activate(newIndex, () -> index.set(newIndex));
        progress = progress.ended(State.FINISHED, clock.instant());
        Log.infof("Search index built: articles=%d", newIndex.size());
    }

    private void fill(ArticleIndex newIndex, long position) {
        var last = Optional.<UUID> empty();
        for (var batch = texts.after(null, config.batchSize()); !batch.isEmpty() && !stopping; batch = texts.after(last.get(),
                config.batchSize())) {
            newIndex.apply(batch, List.of(), position);
            progress = progress.plus(batch.size());
            last = Optional.of(batch.get(batch.size() - 1).id());
        }
        newIndex.apply(List.of(), List.of(), position);
    }

    /** The state of a rebuild. */
    public enum State {
        NONE,
        RUNNING,
        FINISHED,
        FAILED;

        /** The name in the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The progress of a rebuild.
     * @param total the number of articles when the rebuild started
     */
    record Progress(State state, long indexed, long total, @Nullable Instant startedAt, @Nullable Instant finishedAt) {

        private static final Progress NONE = new Progress(State.NONE, 0, 0, null, null);

        private Progress withTotal(long articles) {
            return new Progress(state, indexed, articles, startedAt, finishedAt);
        }

        private Progress plus(int batchSize) {
            return new Progress(state, indexed + batchSize, Math.max(total, indexed + batchSize), startedAt, finishedAt);
        }

        private Progress ended(State endState, Instant endedAt) {
            return new Progress(endState, indexed, total, startedAt, endedAt);
        }
    }
}
