package org.depesche.platform.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How long caches may store a response. Choose by the delay that a reader would notice. The values are defaults that
 * {@code depesche.http.freshness.<reason>.*} overrides. Shared caches receive purges and may therefore store longer than
 * browsers.
 */
public enum Freshness {
    /** One article. */
    ARTICLE(30, 300, 60, 86_400),
    /** Lists of articles, related news, archive, collections: breaking news appears here first. */
    LIST(10, 60, 30, 86_400),
    /** Data that changes by the day: categories, tags, authors, sites, URL resolution. */
    TAXONOMY(60, 300, 120, 86_400),
    /** Metadata of images. */
    IMAGE(60, 300, 120, 86_400),
    /** Syndication feeds: readers poll as often as max-age lets them, and shared caches receive purges. */
    FEED(300, 3_600, 300, 86_400),
    /** Search and suggestions: many different URLs, each requested rarely. */
    SEARCH(10, 30, 30, 3_600),
    /** Delta sync: the client needs the current state. */
    CHANGES(0, 1, 0, 0),
    /** Static text of a release: problem pages, the entry page. */
    STATIC_PAGE(300, 3_600, 3_600, 86_400),
    /** A redirect from a former URL. */
    REDIRECT(300, 300, 0, 0),
    /** Content that never changes under its URL: files named by content hash. */
    FOREVER(31_536_000, 31_536_000, 0, 0),
    /** Editorial, preview and personal responses: {@code private, no-store}. */
    NEVER(0, 0, 0, 0);

    private final Lifetimes lifetimes;

    // All four in seconds.
    Freshness(int maxAge, int sharedMaxAge, int staleWhileRevalidate, int staleIfError) {
        this.lifetimes = new Lifetimes(Duration.ofSeconds(maxAge), Duration.ofSeconds(sharedMaxAge),
                Duration.ofSeconds(staleWhileRevalidate), Duration.ofSeconds(staleIfError));
    }

    /** Returns the defaults. */
    public Lifetimes lifetimes() {
        return lifetimes;
    }

    /** How long clients may store a response, as it is configured. */
    public Duration maxAge(HttpConfig config) {
        return Optional.ofNullable(config.freshness().get(this)).flatMap(HttpConfig.LifetimesConfig::maxAge)
                .orElse(lifetimes.maxAge());
    }

    /** The directives of {@code Cache-Control} (RFC 9111) and its stale extensions (RFC 5861). */
    public record Lifetimes(Duration maxAge, Duration sharedMaxAge, Duration staleWhileRevalidate, Duration staleIfError) {
    }
}
