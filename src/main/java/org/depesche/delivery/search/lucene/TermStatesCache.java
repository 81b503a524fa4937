package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Where words stand in the parts of one state of the index, so that those of many questions are looked up once. */
final class TermStatesCache {

    /** In all parts together: some hundred bytes each. */
    private static final int MAX_STATES = 50_000;

    private final Object readerKey;
    private final Cache<Term, TermStates> states;

    TermStatesCache(IndexSearcher searcher) {
        var parts = Math.max(1, searcher.getIndexReader().leaves().size());
        this.readerKey = state(searcher);
        this.states = Caffeine.newBuilder().maximumSize(MAX_STATES / parts).build();
    }

    private static Object state(IndexSearcher searcher) {
        return searcher.getIndexReader().getReaderCacheHelper().getKey();
    }

    boolean isFor(IndexSearcher searcher) {
        return readerKey == state(searcher);
    }

    TermStates of(Term term, IndexSearcher searcher) {
        return states.get(term, unknown -> lookedUp(unknown, searcher));
    }

    private static TermStates lookedUp(Term term, IndexSearcher searcher) {
        try {
            return TermStates.build(searcher, term, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
