package org.depesche.delivery.search.opensearch.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The differences between OpenSearch and Elasticsearch.
 * @param pointInTimePath the path that opens a point in time, below the index
 * @param scoreScale the constant factor of this cluster's BM25 scores: Lucene removed the factor, but some clusters
 * still have it
 */
public record ClusterDialect(boolean isElastic, String pointInTimePath, float scoreScale) {

    private static final int FIRST_WITHOUT_FACTOR = 3;
    /** The constant factor is k1 + 1. */
    private static final float BM25_FACTOR = 2.2f;

    /** Reads the dialect from the cluster's response to {@code GET /}. */
    static ClusterDialect of(JsonNode response) {
        var version = response.path("version");
        if (!version.path("distribution").asText().equals("opensearch")) {
            return new ClusterDialect(true, "_pit", BM25_FACTOR);
        }
        var major = Integer.parseInt(version.path("number").asText().split("\\.")[0]);
        return new ClusterDialect(false, "_search/point_in_time", major < FIRST_WITHOUT_FACTOR ? BM25_FACTOR : 1);
    }
}
