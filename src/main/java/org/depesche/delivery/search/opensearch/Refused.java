package org.depesche.delivery.search.opensearch;

/** The cluster understood what it was asked and said no. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    boolean isNotFound() {
        return status == 404;
    }
}
