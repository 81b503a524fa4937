package org.depesche.platform.http;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of this package. The type is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.http")
public interface HttpConfig {

    /** The URL at which clients see this service, set by {@code depesche.public-url}. Absent: the local address. */
    Optional<URI> publicUrl();

    /** The publication's time zone, set by {@code depesche.time-zone}. */
    @WithDefault("Europe/Berlin")
    ZoneId timeZone();

    /**
     * The response header that carries the cache tags: surrogate-key for Fastly and Varnish, cache-tag for Cloudflare and
     * Akamai.
     */
    @WithDefault("surrogate-key")
    CacheTagHeader cacheTagHeader();

    /** Origins whose pages may call /v1/editorial. */
    Optional<List<String>> editorialOrigins();

    /** The maximum size of a request body in bytes, for routes without {@code @RequestBodyLimit}. */
    @WithDefault("1048576")
    long bodyLimit();

    /** How many requests may wait for a worker thread; one more gets a 503 at once. */
    @WithDefault("1000")
    int maxQueuedRequests();

    /** How many requests a connection may send ahead of their answers; with one more it is closed. */
    @WithDefault("100")
    int maxPipelinedRequests();

    /** How long a request body may take to arrive. */
    @WithDefault("60S")
    Duration bodyTimeout();

    /** The bytes of all bodies that have not arrived completely; a request beyond them gets a 503. */
    @WithDefault("64M")
    MemorySize maxUnfinishedBodies();

    /** How long a request with Depesche-Min-Sequence may wait for that sequence. */
    @WithDefault("2S")
    Duration minSequenceWait();

    /** Overrides single lifetimes of a {@link Freshness}. */
    Map<Freshness, LifetimesConfig> freshness();

    /** The overridden directives, see RFC 9111 and RFC 5861. */
    interface LifetimesConfig {
        Optional<Duration> maxAge();

        Optional<Duration> sMaxage();

        Optional<Duration> staleWhileRevalidate();

        Optional<Duration> staleIfError();
    }

    /** The two headers that CDNs read, each with its separator. */
    enum CacheTagHeader {
        SURROGATE_KEY("Surrogate-Key", " "),
        CACHE_TAG("Cache-Tag", ",");

        private final String header;
        private final String separator;

        CacheTagHeader(String header, String separator) {
            this.header = header;
            this.separator = separator;
        }

        public String header() {
            return header;
        }

        public String separator() {
            return separator;
        }
    }
}
