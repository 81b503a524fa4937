package org.depesche.delivery.search.index;

/** The index was closed because another index replaced it. */
public class ClosedIndex extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ClosedIndex(Throwable cause) {
        super(cause);
    }
}
