package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.depesche.delivery.search.document.FieldTerm;

/** What an index knows of words. Each question is asked once for all words of a query: a backend may be far away. */
public interface TermDictionary {

    /** How many articles have them. */
    DocumentFrequencies frequencies(Collection<FieldTerm> terms) throws IOException;

    /**
     * For each word, as it was written, those of the index that it may have been meant to be: the nearest and commonest first.
     * None for a word that is there.
     */
    Map<String, List<String>> corrections(List<String> words) throws IOException;

    /** Of the terms that were asked for. */
    interface DocumentFrequencies {

        /** How many articles have it. */
        int of(FieldTerm term) throws IOException;

        /** How many articles there are, counted as {@link #of} counts. */
        int articles();
    }
}
