package org.depesche.delivery.search.lucene;

import java.io.IOException;

import org.apache.lucene.index.IndexReader;
import org.depesche.delivery.search.document.FieldTerm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Caches the document frequencies of common terms. A text has hundreds of terms, and each look-up reads every segment.
 * Rare terms are always looked up, because one more article changes their weight.
 */
final class DocumentFrequencyCache {

    private static final int MAX_TERMS = 100_000;
    private static final int MIN_CACHED = 8;
    /** When the index has grown or shrunk by this share, the cache is cleared. */
    private static final double MAX_DRIFT = 0.02;

    private final Cache<FieldTerm, Integer> frequencies = Caffeine.newBuilder().maximumSize(MAX_TERMS).build();
    private volatile int articles;

    int frequency(FieldTerm term, IndexReader reader) throws IOException {
        if (Math.abs(reader.maxDoc() - articles) > MAX_DRIFT * articles) {
            frequencies.invalidateAll();
            articles = reader.maxDoc();
        }
        var cached = frequencies.getIfPresent(term);
        if (cached != null) {
            return cached;
        }
        var frequency = reader.docFreq(LuceneFieldValues.term(term));
        if (frequency > MIN_CACHED) {
            frequencies.put(term, frequency);
        }
        return frequency;
    }
}
