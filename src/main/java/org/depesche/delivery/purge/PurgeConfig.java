package org.depesche.delivery.purge;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which networks are told, and how patiently. */
@ConfigMapping(prefix = "depesche.purge")
interface PurgeConfig {

    /** By a name of the operator's choice, under which it is logged and its position kept. */
    Map<String, EndpointConfig> endpoints();

    /** How often the log is looked at. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** So long every node has had to hear of a change before a network is told; more than {@code depesche.changes.poll-interval}. */
    @WithDefault("PT1S")
    Duration propagationDelay();

    /** How many changes are told at once. */
    @WithDefault("500")
    int batchSize();

    /** After a failure; doubling each time. */
    @WithDefault("PT1S")
    Duration retryDelay();

    @WithDefault("PT1M")
    Duration maxRetryDelay();

    /** So far behind, a network that can forgets everything at once. */
    @WithDefault("10000")
    int purgeAllBeyond();

    /** How long a node that died keeps others from going on. */
    @WithDefault("PT30S")
    Duration lease();

    /** One network or cache. */
    interface EndpointConfig {

        PurgeProtocol protocol();

        /** Fastly and Cloudflare: their API unless said otherwise. Varnish: the cache itself, once for each. */
        Optional<URI> url();

        /** Fastly's service id, Cloudflare's zone id. */
        Optional<String> service();

        Optional<String> token();

        /** Fastly: mark as stale instead of dropping, so that it may be given while we are away. */
        @WithDefault("false")
        boolean soft();

        /** Varnish: the header that its configuration reads the tags from. */
        @WithDefault("xkey-purge")
        String header();
    }
}
