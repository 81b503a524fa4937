package org.depesche.delivery.search.opensearch;

import java.time.Clock;

import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.OpenSearchConfig;

/** The client, the settings, the text analyzers and the clock that the classes of this room share. */
record ClusterContext(ClusterClient cluster, OpenSearchConfig config, WordAnalyzers analyzers, Clock clock) {

    /** A bulk request to an index, through its write alias. */
    BulkRequest bulkRequest(String index) {
        return new BulkRequest(cluster, IndexDefinition.writeAlias(index), config.maxRequestSize().asLongValue());
    }
}
