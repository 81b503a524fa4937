package org.depesche.delivery.search.lucene.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Caches where terms are in the segments of one index reader, so that several queries look up a term only once. */
public final class TermStatesCache {

    /** The maximum number of states, one for each segment of a term. A state has some hundred bytes. */
    private static final int MAX_STATES = 50_000;

    private final Object readerKey;
    private final Cache<Term, TermStates> states;

    /** An empty cache for the index reader of a searcher. */
    public TermStatesCache(IndexSearcher searcher) {
        var segments = Math.max(1, searcher.getIndexReader().leaves().size());
        this.readerKey = readerKeyOf(searcher);
        this.states = Caffeine.newBuilder().maximumSize(MAX_STATES / segments).build();
    }

    private static Object readerKeyOf(IndexSearcher searcher) {
        return searcher.getIndexReader().getReaderCacheHelper().getKey();
    }

    /** Whether the cache is for the index reader of this searcher. */
    public boolean isFor(IndexSearcher searcher) {
        return readerKey == readerKeyOf(searcher);
    }

    /** The states of a term, from the cache or looked up. */
    public TermStates of(Term term, IndexSearcher searcher) {
        return states.get(term, missing -> lookUp(missing, searcher));
    }

    private static TermStates lookUp(Term term, IndexSearcher searcher) {
        try {
            return TermStates.build(searcher, term, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
