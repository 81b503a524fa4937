package org.depesche.platform.http;

import java.time.Duration;

/**
 * How long caches may answer for us. Choose by what a reader would notice; the numbers are defaults that
 * {@code depesche.http.freshness.<reason>.*} changes. Shared caches get purges, so they may keep longer than browsers.
 */
public enum Freshness {
    /** One article. */
    ARTICLE(30, 300, 60, 86_400),
    /** Lists of articles, related news, archive, collections: breaking news shows here first. */
    LIST(10, 60, 30, 86_400),
    /** Vocabulary that changes by the day: categories, tags, authors, sites, address resolution. */
    TAXONOMY(60, 300, 120, 86_400),
    /** Metadata of images. */
    IMAGE(60, 300, 120, 86_400),
    /** Syndication, polled by readers that rarely send conditions. */
    FEED(60, 120, 60, 86_400),
    /** Search and suggestions: many different addresses, each asked for rarely. */
    SEARCH(10, 30, 30, 3_600),
    /** Delta sync: whoever asks wants what is there now. */
    CHANGES(0, 1, 0, 0),
    /** Fixed words of a release: problem pages, the entry page. */
    STATIC_PAGE(300, 3_600, 3_600, 86_400),
    /** A redirect from a former address. */
    REDIRECT(300, 300, 0, 0),
    /** Never changes under its address: files named by content hash. */
    FOREVER(31_536_000, 31_536_000, 0, 0),
    /** Editorial, preview, personal: {@code private, no-store}. */
    NEVER(0, 0, 0, 0);

    private final Lifetimes lifetimes;

    Freshness(int maxAge, int sharedMaxAge, int staleWhileRevalidate, int staleIfError) {
        this.lifetimes = new Lifetimes(Duration.ofSeconds(maxAge), Duration.ofSeconds(sharedMaxAge),
                Duration.ofSeconds(staleWhileRevalidate), Duration.ofSeconds(staleIfError));
    }

    public Lifetimes lifetimes() {
        return lifetimes;
    }

    public record Lifetimes(Duration maxAge, Duration sharedMaxAge, Duration staleWhileRevalidate, Duration staleIfError) {
    }
}
