package org.depesche.delivery.search.index;

/** The index cannot be reached now. It is neither broken nor gone, as far as anybody knows. */
public class IndexUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IndexUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
