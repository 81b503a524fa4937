package org.depesche.bench.retrieval;

import java.util.List;

/** Something that finds articles. */
interface SearchEngine extends AutoCloseable {

    String name();

    /** Forgets all it had and takes these in. */
    void index(List<IndexedDocument> pages);

    /** Numbers of what fits these words, the best first. */
    List<Integer> search(String words, int limit);

    /** Numbers of what is close to one of those taken in, the closest first, without itself. */
    List<Integer> similar(IndexedDocument page, int limit);

    /** The same for one that was not. */
    List<Integer> similarTo(IndexedDocument page, int limit);

    @Override
    void close();

    /**
     * What is taken in.
     *
     * @param category empty where there is none, or where nobody is to know it
     */
    record IndexedDocument(int number, String category, String headline, String text) {
    }
}
