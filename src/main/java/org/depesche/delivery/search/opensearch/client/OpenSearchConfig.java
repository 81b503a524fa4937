package org.depesche.delivery.search.opensearch.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the cluster is, and how patiently it is asked. */
@ConfigMapping(prefix = "depesche.search.opensearch")
public interface OpenSearchConfig {

    /** Of one cluster; whichever answers. */
    @WithDefault("http://localhost:9200")
    List<URI> hosts();

    Optional<String> user();

    Optional<String> password();

    /** Elasticsearch: instead of user and password. */
    Optional<String> apiKey();

    /** What the names of its indexes and aliases begin with. */
    @WithDefault("depesche")
    String indexPrefix();

    @WithDefault("PT1S")
    Duration connectTimeout();

    /** How long a question may take; who asked is told to come back then. */
    @WithDefault("PT3S")
    Duration timeout();

    /** How long it may take to bring articles in, or to make or drop an index. */
    @WithDefault("PT1M")
    Duration writeTimeout();

    /** The most that goes out in one request; an article alone may be larger. */
    @WithDefault("8M")
    MemorySize maxRequestSize();

    /** The most connections to each host. */
    @WithDefault("32")
    int maxConnectionsPerHost();

    /** How long a node that died keeps others from going on. */
    @WithDefault("PT15S")
    Duration lease();

    /** How long somebody may page through what a search found without it changing under their hands. */
    @WithDefault("PT5M")
    Duration pointInTimeKeepAlive();

    /** Of how many states at most, the latest; of all nodes' together the cluster bears 300 unless it is told otherwise. */
    @WithDefault("25")
    int maxPointsInTime();

    /** A replaced index stays so long, for nodes that have not heard of the new one. */
    @WithDefault("PT1M")
    Duration replacedIndexRetention();

    /** After so long without its data an index is given up and made anew, while the cluster itself answers. */
    @WithDefault("PT2M")
    Duration dataLossTimeout();
}
