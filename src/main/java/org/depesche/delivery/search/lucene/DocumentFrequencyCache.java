package org.depesche.delivery.search.lucene;

import java.io.IOException;

import org.apache.lucene.index.IndexReader;
import org.depesche.delivery.search.document.FieldTerm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * How many articles have a word, remembered for those that some have: a text says hundreds, each of which would be looked up in
 * every part of the index. What few or none have is always looked up, as one more article makes a difference there.
 */
final class DocumentFrequencyCache {

    private static final int MOST = 100_000;
    private static final int MIN_CACHED = 8;
    /** When the index has grown or shrunk by such a share, all is looked up anew. */
    private static final double MAX_DRIFT = 0.02;

    private final Cache<FieldTerm, Integer> frequencies = Caffeine.newBuilder().maximumSize(MOST).build();
    private volatile int articles;

    int frequency(FieldTerm term, IndexReader reader) throws IOException {
        if (Math.abs(reader.maxDoc() - articles) > MAX_DRIFT * articles) {
            frequencies.invalidateAll();
            articles = reader.maxDoc();
        }
        var remembered = frequencies.getIfPresent(term);
        if (remembered != null) {
            return remembered;
        }
        var frequency = reader.docFreq(LuceneFieldValues.term(term));
        if (frequency > MIN_CACHED) {
            frequencies.put(term, frequency);
        }
        return frequency;
    }
}
