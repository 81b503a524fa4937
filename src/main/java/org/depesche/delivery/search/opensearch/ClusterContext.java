package org.depesche.delivery.search.opensearch;

import java.time.Clock;

import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.OpenSearchConfig;

/** What all indexes of this room are worked with. */
record ClusterContext(ClusterClient cluster, OpenSearchConfig config, WordAnalyzers languages, Clock clock) {

    /** Into an index, through the alias that it has for that. */
    BulkRequest bulkRequest(String index) {
        return new BulkRequest(cluster, IndexDefinition.writeAlias(index), config.maxRequestSize().asLongValue());
    }
}
