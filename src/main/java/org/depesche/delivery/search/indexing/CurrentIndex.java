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

/** The index that is asked at the moment. There is none until the first one is built. */
@ApplicationScoped
public class CurrentIndex {

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

    /** From now on there is none. */
    void discard() {
        current.set(Optional.empty());
    }

    /** Whether it can be reached, as far as its follower knows: meanwhile nobody has to wait to hear that it cannot. */
    void setUnreachable(boolean away) {
        isUnreachable = away;
    }

    boolean isUnreachable() {
        return isUnreachable;
    }

    /** Whether there is one to ask. */
    public boolean isAvailable() {
        return current().isPresent() && !isUnreachable;
    }

    /** A 503 while there is none. */
    public <T> T ask(Function<ArticleIndex, T> question) {
        if (isUnreachable) {
            throw unreachable();
        }
        try {
            return question.apply(current().orElseThrow(CurrentIndex::notBuilt));
        } catch (ClosedIndex replaced) {
            // between asking and answering another one took its place
            return question.apply(current().orElseThrow(CurrentIndex::notBuilt));
        } catch (BrokenIndex broken) {
            discard();
            throw notBuilt();
        } catch (IndexUnreachable away) {
            Log.debugf(away, "The search index could not be asked");
            throw unreachable();
        }
    }

    private static Problem unreachable() {
        return new Problem(ProblemType.UNAVAILABLE, "The search index is away.").header("Retry-After", "5");
    }

    private static Problem notBuilt() {
        return new Problem(ProblemType.UNAVAILABLE, "The search index is being built.").header("Retry-After", "10");
    }
}
