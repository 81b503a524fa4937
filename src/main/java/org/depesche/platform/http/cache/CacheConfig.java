package org.depesche.platform.http.cache;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the response cache. */
@ConfigMapping(prefix = "depesche.cache")
interface CacheConfig {

    /** The maximum size of all cached responses; {@code 0} disables the cache. */
    @WithDefault("64M")
    MemorySize maxSize();

    /** The maximum age of a cached response, in case an invalidation is lost. */
    @WithDefault("PT10M")
    Duration maxAge();

    /**
     * For how many tags the time of the last invalidation is stored. A response that was not requested while that
     * many tags were invalidated counts as stale.
     */
    @WithDefault("200000")
    int tagInvalidations();

    /**
     * How many requests wait for one response that is being computed; further requests compute their own response. As many may
     * wait for a sequence; further ones get a 503.
     */
    @WithDefault("1000")
    int maxWaitingRequests();

    /** How long a request waits for a response that is being computed. */
    @WithDefault("PT2S")
    Duration waitTimeout();
}
