package org.depesche.delivery.search.opensearch;

/** The cluster understood what it was asked and said no. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String message;

    Refused(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.message = message;
    }

    /** More words, in all their forms, than the cluster takes in a query. */
    boolean isTooLong() {
        return message.contains("too_many_clauses") || message.contains("too_many_nested_clauses");
    }

    boolean isNotFound() {
        return status == 404;
    }
}
