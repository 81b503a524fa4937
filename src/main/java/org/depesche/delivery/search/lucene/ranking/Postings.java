package org.depesche.delivery.search.lucene.ranking;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.jspecify.annotations.Nullable;

/** Reads the postings of a term. */
public final class Postings {

    private Postings() {
    }

    /**
     * The postings of one segment; null when the segment does not contain the term.
     * @param flags the flags of {@link PostingsEnum}: what the postings include
     */
    public static @Nullable PostingsEnum of(LeafReaderContext leaf, Term term, TermStates termStates, int flags)
            throws IOException {
        var state = termStates.get(leaf);
        if (state == null) {
            return null;
        }
        var words = leaf.reader().terms(term.field()).iterator();
        words.seekExact(term.bytes(), state);
        return words.postings(null, flags);
    }
}
