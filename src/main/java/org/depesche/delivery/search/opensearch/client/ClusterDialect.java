package org.depesche.delivery.search.opensearch.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * In what OpenSearch and Elasticsearch differ.
 *
 * @param pointInTime where one is opened, after the index
 * @param scale by which BM25 scores are too large: Lucene once left a constant factor in, which some still compute
 */
public record ClusterDialect(boolean isElastic, String pointInTimePath, float scoreScale) {

    private static final int FIRST_WITHOUT_FACTOR = 3;
    /** One more than the parameter k1. */
    private static final float FACTOR = 2.2f;

    /** By what the cluster says of itself. */
    static ClusterDialect of(JsonNode greeting) {
        var version = greeting.path("version");
        if (!version.path("distribution").asText().equals("opensearch")) {
            return new ClusterDialect(true, "_pit", FACTOR);
        }
        var major = Integer.parseInt(version.path("number").asText().split("\\.")[0]);
        return new ClusterDialect(false, "_search/point_in_time", major < FIRST_WITHOUT_FACTOR ? FACTOR : 1);
    }
}
