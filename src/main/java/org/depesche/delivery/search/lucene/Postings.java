package org.depesche.delivery.search.lucene;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.jspecify.annotations.Nullable;

/** Articles that have a word. */
final class Postings {

    private Postings() {
    }

    /** Those of one part of the index; null when it has none. */
    static @Nullable PostingsEnum of(LeafReaderContext leaf, Term term, TermStates places, int what) throws IOException {
        var state = places.get(leaf);
        if (state == null) {
            return null;
        }
        var words = leaf.reader().terms(term.field()).iterator();
        words.seekExact(term.bytes(), state);
        return words.postings(null, what);
    }
}
