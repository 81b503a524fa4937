package org.depesche.delivery.search.index;

import java.nio.file.Path;
import java.time.Duration;

import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The settings of search. They are public because the backends read them, too. */
@ConfigMapping(prefix = "depesche.search")
public interface SearchConfig {

    /** The default of {@link #maxQueryLength}, which the OpenAPI document declares. */
    int MAX_QUERY_LENGTH = 300;

    /** The backend of the index: {@code lucene}, in a folder of each node, or {@code opensearch}, shared by all nodes. */
    @WithDefault("lucene")
    String backend();

    /**
     * The folder of this node's index for the {@code lucene} backend. It may be deleted while the service is down; the
     * index is rebuilt.
     */
    @WithDefault("data/index")
    Path folder();

    /** How often the follower polls the change log for changes of other nodes. Changes of its own node wake it. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** The maximum time that a write waits for its own node's index, which may be far behind during an import. */
    @WithDefault("1s")
    Duration writeWait();

    /** The number of articles that are indexed in one batch. */
    @WithDefault("200")
    @WithConverter(BatchSize.class)
    int batchSize();

    /** How often searches see new articles while the index catches up. Each refresh creates a segment. */
    @WithDefault("2s")
    Duration refreshInterval();

    /** How often indexed changes are made durable. After a crash, this much is indexed again. */
    @WithDefault("10s")
    Duration commitInterval();

    /** How long the follower waits after a failure. */
    @WithDefault("5s")
    Duration retryDelay();

    /** The maximum number of hits that a client may page through. */
    @WithDefault("1000")
    int maxDepth();

    /** The maximum length of a query, in characters. */
    @WithDefault("" + MAX_QUERY_LENGTH)
    int maxQueryLength();

    /** The maximum number of words in a query. */
    @WithDefault("24")
    int maxQueryWords();

    /** The maximum number of values of a facet; those with most hits are returned. */
    @WithDefault("20")
    int maxFacetValues();
}
