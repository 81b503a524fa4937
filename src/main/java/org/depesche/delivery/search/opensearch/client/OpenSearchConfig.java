package org.depesche.delivery.search.opensearch.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The addresses, credentials, timeouts and limits of the cluster. */
@ConfigMapping(prefix = "depesche.search.opensearch")
public interface OpenSearchConfig {

    /** The nodes of one cluster. Any of them may answer a request. */
    @WithDefault("http://localhost:9200")
    List<URI> hosts();

    Optional<String> user();

    Optional<String> password();

    /** Authenticates with Elasticsearch, instead of user and password. */
    Optional<String> apiKey();

    /** The prefix of all index and alias names. */
    @WithDefault("depesche")
    String indexPrefix();

    @WithDefault("PT1S")
    Duration connectTimeout();

    /** The timeout of a read request. When it expires, the client gets a 503 with {@code Retry-After}. */
    @WithDefault("PT3S")
    Duration timeout();

    /** The timeout of a write request: to index articles, or to create or delete an index. */
    @WithDefault("PT1M")
    Duration writeTimeout();

    /** The maximum size of a bulk request. A single larger article is sent in its own request. */
    @WithDefault("8M")
    MemorySize maxRequestSize();

    /** The maximum number of connections to each host. */
    @WithDefault("32")
    int maxConnectionsPerHost();

    /** How long the lease of a node lasts that has failed. Another node takes over afterwards. */
    @WithDefault("PT15S")
    Duration lease();

    /** How long a client may page through search results without their order changing. */
    @WithDefault("PT5M")
    Duration pointInTimeKeepAlive();

    /**
     * The maximum number of points in time of this node; the latest are kept. By default a cluster allows 300 for all
     * nodes together.
     */
    @WithDefault("25")
    int maxPointsInTime();

    /** How long a replaced index is kept for nodes that still search it. */
    @WithDefault("PT1M")
    Duration replacedIndexRetention();

    /** After so long without data, an index is rebuilt. The time counts only while the cluster answers. */
    @WithDefault("PT2M")
    Duration dataLossTimeout();
}
