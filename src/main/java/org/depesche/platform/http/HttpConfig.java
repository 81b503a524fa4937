package org.depesche.platform.http;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of this room. Public because the configuration library implements it; nobody else needs it. */
@ConfigMapping(prefix = "depesche.http")
public interface HttpConfig {

    /** Fed by {@code depesche.public-url}: where callers see this service. Absent: the local address. */
    Optional<URI> publicUrl();

    /** Fed by {@code depesche.time-zone}: the zone in which the publication lives. */
    @WithDefault("Europe/Berlin")
    ZoneId timeZone();

    /** In which header an answer names its cache tags. Fastly, Varnish: surrogate-key; Cloudflare, Akamai: cache-tag. */
    @WithDefault("surrogate-key")
    CacheTagHeader cacheTagHeader();

    /** Origins whose pages may use /v1/editorial. */
    Optional<List<String>> editorialOrigins();

    /** Bodies of routes that say nothing else. */
    @WithDefault("1048576")
    long bodyLimit();

    /** How long a request with Depesche-Min-Sequence may wait for that sequence. */
    @WithDefault("2S")
    Duration minSequenceWait();

    /** Replaces single lifetimes of a {@link Freshness}. */
    Map<Freshness, LifetimesConfig> freshness();

    /** See RFC 9111 and RFC 5861. */
    interface LifetimesConfig {
        Optional<Duration> maxAge();

        Optional<Duration> sMaxage();

        Optional<Duration> staleWhileRevalidate();

        Optional<Duration> staleIfError();
    }

    /** The two headers CDNs read, each with its separator. */
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
