package org.depesche.delivery.search.opensearch;

import java.util.UUID;

import org.depesche.delivery.search.index.BrokenIndex;
import org.depesche.delivery.search.index.IndexUnreachable;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.ClusterRequestRejected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.logging.Log;

/** Writes to one index, many documents in a request. Of a document the latest version stays, whoever comes last. */
final class BulkRequest {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int BAD = 400;

    private final ClusterClient cluster;
    private final String alias;
    private final long maxLength;
    private final StringBuilder lines = new StringBuilder();
    private boolean hasConflict;

    /**
     * @param alias through which the index is written to
     * @param most characters in a request
     */
    BulkRequest(ClusterClient cluster, String alias, long most) {
        this.cluster = cluster;
        this.alias = alias;
        this.maxLength = most;
    }

    ObjectNode object() {
        return cluster.object();
    }

    void put(String id, long version, ObjectNode document) {
        add("index", id, version, "external_gte", document + "\n");
    }

    /** Late already when that version is there: of two at once, one is. */
    void putIfNewer(String id, long version, ObjectNode document) {
        add("index", id, version, "external", document + "\n");
    }

    void delete(UUID id, long version) {
        add("delete", id.toString(), version, "external_gte", "");
    }

    private void add(String verb, String id, long version, String kind, String document) {
        var head = cluster.object();
        head.putObject(verb).put("_id", id).put("version", version).put("version_type", kind);
        if (!lines.isEmpty() && lines.length() + document.length() > maxLength) {
            send(false);
        }
        lines.append(head).append('\n').append(document);
    }

    /**
     * Sends what is left.
     *
     * @param isSeen whether searches see all of it from now on
     * @return whether nothing of it was there in a later version
     */
    boolean send(boolean isSeen) {
        if (!lines.isEmpty()) {
            var body = lines.toString();
            lines.setLength(0);
            try {
                var answer = cluster.writeBulk("/" + alias + "/_bulk?require_alias=true&refresh=" + isSeen, body);
                answer.path("items").forEach(item -> check(item.iterator().next()));
            } catch (ClusterRequestRejected refused) {
                throw refused.isNotFound() ? new BrokenIndex(refused) : refused;
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

    private void handleError(int status, String id, String why) {
        switch (status) {
            case CONFLICT -> hasConflict = true;
            case NOT_FOUND -> throw new BrokenIndex(new IllegalStateException(why));
            // one that the cluster will never take must not hold up the others
            case BAD -> Log.errorf("Not taken into the search index: id=%s %s", id, why);
            // too busy, or its disk is full
            default -> throw new IndexUnreachable(why, new IllegalStateException(why));
        }
    }
}
