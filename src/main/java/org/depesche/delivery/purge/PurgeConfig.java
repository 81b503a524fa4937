package org.depesche.delivery.purge;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The networks to purge, with intervals and limits. */
@ConfigMapping(prefix = "depesche.purge")
interface PurgeConfig {

    /** The networks by a name of the operator's choice. Logs, metrics and the stored position have this name. */
    Map<String, EndpointConfig> endpoints();

    /** The longest pause between two checks of the change log. New entries end the pause earlier. */
    @WithDefault("PT5S")
    Duration pollInterval();

    /**
     * How long every node has to read a change before a network is purged. Must be more than
     * {@code depesche.changes.poll-interval}.
     */
    @WithDefault("PT1S")
    Duration propagationDelay();

    /** The number of changes that are purged at once. */
    @WithDefault("500")
    @WithConverter(BatchSize.class)
    int batchSize();

    /** How long to wait after a failure. The time doubles with each further failure. */
    @WithDefault("PT1S")
    Duration retryDelay();

    @WithDefault("PT1M")
    Duration maxRetryDelay();

    /** When a network is behind by more changes than this, it purges everything, if its protocol can. */
    @WithDefault("10000")
    int purgeAllBeyond();

    /** How long the lease of a node lasts that has failed. Another node takes over afterwards. */
    @WithDefault("PT30S")
    Duration lease();

    /** A content delivery network or a cache. */
    interface EndpointConfig {

        PurgeProtocol protocol();

        /**
         * For Fastly and Cloudflare: another URL than that of their API. For Varnish: the URL of the cache, one
         * endpoint for each cache.
         */
        Optional<URI> url();

        /** Fastly's service id, or Cloudflare's zone id. */
        Optional<String> service();

        Optional<String> token();

        /**
         * For Fastly: mark responses as stale instead of purging them, so that they can be served while this service is
         * unreachable.
         */
        @WithDefault("false")
        boolean soft();

        /** For Varnish: the request header with the tags, as its configuration reads it. */
        @WithDefault("xkey-purge")
        String header();
    }
}
