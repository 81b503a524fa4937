package org.depesche.delivery.search.index;

/** The index cannot be reached at the moment. It may still be intact. */
public class IndexUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IndexUnreachable(String message) {
        super(message);
    }

    public IndexUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
