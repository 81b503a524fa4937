package org.depesche.delivery.search.indexing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.BrokenIndex;
import org.depesche.delivery.search.index.ClosedIndex;
import org.depesche.delivery.search.index.IndexUnreachable;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.logging.Log;

/** Holds the index that searches use. There is none before the first build is complete. */
@ApplicationScoped
public class CurrentIndex {

    private static final int MAX_ATTEMPTS = 5;

    private final AtomicReference<Optional<ArticleIndex>> current = new AtomicReference<>(Optional.empty());

    private volatile boolean isUnreachable;

    CurrentIndex() {
    }

    Optional<ArticleIndex> current() {
        return current.get();
    }

    void set(ArticleIndex index) {
        current.set(Optional.of(index));
    }

    /** Removes the current index, which is broken. */
    void discard() {
        current.set(Optional.empty());
    }

    /**
     * Marks the index as reachable or unreachable, so that requests to an unreachable index fail without waiting for a
     * timeout.
     */
    void setUnreachable(boolean unreachable) {
        isUnreachable = unreachable;
    }

    boolean isUnreachable() {
        return isUnreachable;
    }

    /** Whether there is an index and it is reachable. */
    public boolean isAvailable() {
        return current().isPresent() && !isUnreachable;
    }

    /**
     * Runs a search on the current index.
     * @throws Problem 503 when there is no index or it is unreachable
     */
    public <T> T ask(Function<ArticleIndex, T> search) {
        if (isUnreachable) {
            throw unreachable();
        }
        try {
            return askTheCurrentOne(search);
        } catch (BrokenIndex broken) {
            discard();
            throw notBuilt();
        } catch (IndexUnreachable unreachable) {
            Log.debugf(unreachable, "The search index is unreachable");
            throw unreachable();
        }
    }

    /** Another index may replace this one during the search, so the search is repeated, a few times at most. */
    private <T> T askTheCurrentOne(Function<ArticleIndex, T> search) {
        for (var attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            try {
                return search.apply(current().orElseThrow(CurrentIndex::notBuilt));
            } catch (ClosedIndex replaced) {
                Log.debugf("The search index was replaced during a search, attempt=%d", attempt);
            }
        }
        throw notBuilt();
    }

    private static Problem unreachable() {
        return new Problem(ProblemType.UNAVAILABLE, "The search index cannot be reached.").header("Retry-After", "5");
    }

    private static Problem notBuilt() {
        return new Problem(ProblemType.UNAVAILABLE, "The search index is being built.").header("Retry-After", "10");
    }
}
