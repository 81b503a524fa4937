package org.depesche.delivery.search.index;

/** The index is unreadable and has to be rebuilt. */
public class BrokenIndex extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokenIndex(Throwable cause) {
        super(cause);
    }
}
