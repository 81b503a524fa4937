package org.depesche.delivery.search.opensearch;

import java.util.UUID;

import org.depesche.delivery.search.index.BrokenIndex;
import org.depesche.delivery.search.index.IndexUnreachable;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.ClusterRequestRejected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.logging.Log;

/**
 * A bulk request to one index. Documents have external versions, so that the latest version of a document wins whatever
 * the order of the writes is.
 */
final class BulkRequest {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;

    private final ClusterClient cluster;
    private final String alias;
    private final long maxLength;
    private final StringBuilder lines = new StringBuilder();
    private boolean hasConflict;

    /**
     * @param alias the write alias of the index
     * @param maxLength the maximum length of a request, in characters
     */
    BulkRequest(ClusterClient cluster, String alias, long maxLength) {
        this.cluster = cluster;
        this.alias = alias;
        this.maxLength = maxLength;
    }

    ObjectNode object() {
        return cluster.object();
    }

    /** Adds a document, which replaces an equal or older version. */
    void put(String id, long version, ObjectNode document) {
        add("index", id, version, "external_gte", document + "\n");
    }

    /** Adds a document, which replaces an older version only. Of two writers with the same version, one has a conflict. */
    void putIfNewer(String id, long version, ObjectNode document) {
        add("index", id, version, "external", document + "\n");
    }

    /** Adds a deletion. */
    void delete(UUID id, long version) {
        add("delete", id.toString(), version, "external_gte", "");
    }

    private void add(String action, String id, long version, String versionType, String document) {
        var header = cluster.object();
        header.putObject(action).put("_id", id).put("version", version).put("version_type", versionType);
        if (!lines.isEmpty() && lines.length() + document.length() > maxLength) {
            send(false);
        }
        lines.append(header).append('\n').append(document);
    }

    /**
     * Sends the documents that are not sent yet.
     * @param refreshes whether searches see all of them from now on
     * @return false when a later version of any document was there
     * @throws IndexUnreachable when the cluster is too busy, or its disk is full
     */
    boolean send(boolean refreshes) {
        if (!lines.isEmpty()) {
            var body = lines.toString();
            lines.setLength(0);
            try {
                var response = cluster.writeBulk("/" + alias + "/_bulk?require_alias=true&refresh=" + refreshes, body);
                response.path("items").forEach(item -> check(item.iterator().next()));
            } catch (ClusterRequestRejected rejected) {
                throw rejected.isNotFound() ? new BrokenIndex(rejected) : rejected;
            }
        }
        return !hasConflict;
    }

    private void check(JsonNode item) {
        var error = item.path("error");
        if (!error.isMissingNode()) {
            handleError(item.path("status").asInt(), item.path("_id").asText(), error.toString());
        }
    }

    private void handleError(int status, String id, String reason) {
        switch (status) {
            case CONFLICT -> hasConflict = true;
            case NOT_FOUND -> throw new BrokenIndex(new IllegalStateException(reason));
            // a document that the cluster will never accept must not block the others
            case BAD_REQUEST -> Log.errorf("The search index rejected an article: id=%s %s", id, reason);
            // too busy, or the disk is full
            default -> throw new IndexUnreachable(reason);
        }
    }
}
