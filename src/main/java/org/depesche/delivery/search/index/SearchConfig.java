package org.depesche.delivery.search.index;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of search. Public because rooms that keep an index read them, too. */
@ConfigMapping(prefix = "depesche.search")
public interface SearchConfig {

    /** Who keeps the index: {@code lucene} in a folder of each node, or {@code opensearch} for all of them. */
    @WithDefault("lucene")
    String backend();

    /** Where this node keeps its index, if Lucene does. It may be deleted while the service is down: it is made anew. */
    @WithDefault("data/index")
    Path folder();

    /** How often the index looks for changes of other nodes; those of its own it hears of. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** How long a write waits at most for the index of its own node: an import may have left it far behind. */
    @WithDefault("1s")
    Duration writeWait();

    /** How many articles are taken into the index in one go. */
    @WithDefault("200")
    int batchSize();

    /** How often searches see what was taken in while there is more to take in: each time costs a part of the index. */
    @WithDefault("500ms")
    Duration refreshInterval();

    /** How often what was taken in is made to outlive a crash; after one, that much is taken in again. */
    @WithDefault("10s")
    Duration commitInterval();

    /** After a failure, the index is looked after again so much later. */
    @WithDefault("5s")
    Duration retryDelay();

    /** How deep one may page: who has not found it among so many asks anew. */
    @WithDefault("1000")
    int maxDepth();

    /** The longest query, in characters. */
    @WithDefault("300")
    int maxQueryLength();

    /** The most words in a query. */
    @WithDefault("24")
    int maxQueryWords();

    /** Values of a facet, those with the most hits. */
    @WithDefault("20")
    int maxFacetValues();
}
