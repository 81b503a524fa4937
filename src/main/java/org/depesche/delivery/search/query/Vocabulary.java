package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What an index knows of words. Each question is asked once for all words of a query: a backend may be far away. */
public interface Vocabulary {

    /** How many articles have them. */
    Frequencies frequencies(Collection<Term> terms) throws IOException;

    /**
     * For each word, as it was written, those of the index that it may have been meant to be: the nearest and commonest first.
     * None for a word that is there.
     */
    Map<String, List<String>> near(List<String> words) throws IOException;

    /** Of the terms that were asked for. */
    interface Frequencies {

        /** How many articles have it. */
        int of(Term term) throws IOException;

        /** How many articles there are, counted as {@link #of} counts. */
        int articles();
    }
}
