package org.depesche.delivery.search;

/** The index cannot be reached now. It is neither broken nor gone, as far as anybody knows. */
public class IndexAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IndexAway(String message, Throwable cause) {
        super(message, cause);
    }
}
