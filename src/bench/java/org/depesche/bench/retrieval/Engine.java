package org.depesche.bench.retrieval;

import java.util.List;

/** Something that finds articles. */
interface Engine extends AutoCloseable {

    String name();

    /** Forgets all it had and takes these in. */
    void index(List<Page> pages);

    /** Numbers of what fits these words, the best first. */
    List<Integer> search(String words, int limit);

    /** Numbers of what is close to one of those taken in, the closest first, without itself. */
    List<Integer> similar(Page page, int limit);

    /** The same for one that was not. */
    List<Integer> similarTo(Page page, int limit);

    @Override
    void close();

    /**
     * What is taken in.
     *
     * @param category empty where there is none, or where nobody is to know it
     */
    record Page(int number, String category, String headline, String text) {
    }
}
