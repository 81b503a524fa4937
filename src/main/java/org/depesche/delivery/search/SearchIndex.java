package org.depesche.delivery.search;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** The index that is asked at the moment. There is none until the first one is built. */
@ApplicationScoped
public class SearchIndex {

    private final AtomicReference<Optional<ArticleIndex>> present = new AtomicReference<>(Optional.empty());

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

    /** Whether there is one to ask. */
    public boolean isThere() {
        return present().isPresent();
    }

    /** A 503 while there is none. */
    public <T> T ask(Function<ArticleIndex, T> question) {
        try {
            return question.apply(present().orElseThrow(SearchIndex::notYet));
        } catch (ClosedIndex replaced) {
            // between asking and answering another one took its place
            return question.apply(present().orElseThrow(SearchIndex::notYet));
        } catch (BrokenIndex broken) {
            isBroken();
            throw notYet();
        }
    }

    private static Problem notYet() {
        return new Problem(ProblemType.UNAVAILABLE, "The search index is being built.").header("Retry-After", "10");
    }
}
