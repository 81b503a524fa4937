package org.depesche.delivery.search.opensearch.client;

/** The cluster understood what it was asked and said no. */
public final class ClusterRequestRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String message;

    ClusterRequestRejected(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.message = message;
    }

    /** More words, in all their forms, than the cluster takes in a query. */
    public boolean hasTooManyClauses() {
        return message.contains("too_many_clauses") || message.contains("too_many_nested_clauses");
    }

    public boolean isNotFound() {
        return status == 404;
    }
}
