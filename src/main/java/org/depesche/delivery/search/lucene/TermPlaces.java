package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Where words stand in the parts of one state of the index, so that those of many questions are looked up once. */
final class TermPlaces {

    /** Some kilobytes each where the index has many parts. */
    private static final int MOST = 20_000;

    private final Object state;
    private final Cache<Term, TermStates> known = Caffeine.newBuilder().maximumSize(MOST).build();

    TermPlaces(IndexSearcher searcher) {
        this.state = state(searcher);
    }

    private static Object state(IndexSearcher searcher) {
        return searcher.getIndexReader().getReaderCacheHelper().getKey();
    }

    boolean areOf(IndexSearcher searcher) {
        return state == state(searcher);
    }

    TermStates of(Term term, IndexSearcher searcher) {
        return known.get(term, unknown -> lookedUp(unknown, searcher));
    }

    private static TermStates lookedUp(Term term, IndexSearcher searcher) {
        try {
            return TermStates.build(searcher, term, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
