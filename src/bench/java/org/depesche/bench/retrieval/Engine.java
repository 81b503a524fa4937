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

    /** The same for a text that was not. */
    List<Integer> similarTo(String text, int limit);

    @Override
    void close();

    /** What is taken in. */
    record Page(int number, String headline, String text) {
    }
}
