package org.depesche.platform.http.response;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the response cache. */
@ConfigMapping(prefix = "depesche.cache")
interface CacheConfig {

    /** What all kept answers may weigh together; {@code 0} keeps none. */
    @WithDefault("64M")
    MemorySize maxSize();

    /** An answer that nothing touched is made anew after this time all the same: a net below the tags. */
    @WithDefault("PT10M")
    Duration maxAge();

    /**
     * Of how many tags it is remembered when they were last touched. An answer not asked for while that many were touched is
     * made anew.
     */
    @WithDefault("200000")
    int tagInvalidations();

    /** How many callers wait for one answer that is being made; further ones have their own made. */
    @WithDefault("1000")
    int maxWaitingRequests();

    /** How long they wait. */
    @WithDefault("PT2S")
    Duration waitTimeout();
}
