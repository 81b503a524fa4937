package org.depesche.delivery.search.opensearch;

import java.time.Clock;

import org.depesche.delivery.search.language.Languages;

/** What all indexes of this room are worked with. */
record Means(Cluster cluster, OpenSearchConfig config, Languages languages, Clock clock) {

    /** Into an index, through the alias that it has for that. */
    Writing writing(String index) {
        return new Writing(cluster, Layout.written(index), config.request().asLongValue());
    }
}
