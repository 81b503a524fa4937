package org.depesche.delivery.search;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.logging.Log;

/** The index that is asked at the moment. There is none until the first one is built. */
@ApplicationScoped
public class SearchIndex {

    private final AtomicReference<Optional<ArticleIndex>> present = new AtomicReference<>(Optional.empty());

    private volatile boolean isAway;

    SearchIndex() {
    }

    Optional<ArticleIndex> present() {
        return present.get();
    }

    void is(ArticleIndex index) {
        present.set(Optional.of(index));
    }

    /** From now on there is none. */
    void isBroken() {
        present.set(Optional.empty());
    }

    /** Whether it can be reached, as far as its follower knows: meanwhile nobody has to wait to hear that it cannot. */
    void isAway(boolean away) {
        isAway = away;
    }

    boolean isAway() {
        return isAway;
    }

    /** Whether there is one to ask. */
    public boolean isThere() {
        return present().isPresent() && !isAway;
    }

    /** A 503 while there is none. */
    public <T> T ask(Function<ArticleIndex, T> question) {
        if (isAway) {
            throw away();
        }
        try {
            return question.apply(present().orElseThrow(SearchIndex::notYet));
        } catch (ClosedIndex replaced) {
            // between asking and answering another one took its place
            return question.apply(present().orElseThrow(SearchIndex::notYet));
        } catch (BrokenIndex broken) {
            isBroken();
            throw notYet();
        } catch (IndexAway away) {
            Log.debugf(away, "The search index could not be asked");
            throw away();
        }
    }

    private static Problem away() {
        return new Problem(ProblemType.UNAVAILABLE, "The search index is away.").header("Retry-After", "5");
    }

    private static Problem notYet() {
        return new Problem(ProblemType.UNAVAILABLE, "The search index is being built.").header("Retry-After", "10");
    }
}
