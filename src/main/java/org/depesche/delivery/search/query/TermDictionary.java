package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.depesche.delivery.search.document.FieldTerm;

/** Reads the terms of an index. Each method takes all words of a query at once, because a backend may be remote. */
public interface TermDictionary {

    /** Reads in how many articles each term occurs. */
    DocumentFrequencies frequencies(Collection<FieldTerm> terms) throws IOException;

    /**
     * For each unknown word, similar words of the index: the nearest and most frequent first. A word that is in the
     * index has no corrections.
     * @param words normalized words
     */
    Map<String, List<String>> corrections(List<String> words) throws IOException;

    /** The document frequencies of the terms that were requested. */
    interface DocumentFrequencies {

        /** How many articles have the term. */
        int of(FieldTerm term) throws IOException;

        /** How many articles the index has, by the same count as {@link #of}. */
        int articles();
    }
}
