package org.depesche.delivery.search.opensearch.client;

/** The cluster rejected a request. */
public final class ClusterRequestRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String message;

    ClusterRequestRejected(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.message = message;
    }

    /** Whether the query had more terms than the cluster accepts. */
    public boolean hasTooManyClauses() {
        return message.contains("too_many_clauses") || message.contains("too_many_nested_clauses");
    }

    /** Whether the index or the document does not exist. */
    public boolean isNotFound() {
        return status == 404;
    }
}
