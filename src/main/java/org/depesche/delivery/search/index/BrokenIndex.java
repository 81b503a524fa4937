package org.depesche.delivery.search.index;

/** The index cannot be read any more and has to be made anew. */
public class BrokenIndex extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokenIndex(Throwable cause) {
        super(cause);
    }
}
