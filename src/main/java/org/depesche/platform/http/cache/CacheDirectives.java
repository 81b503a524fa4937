package org.depesche.platform.http.cache;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.depesche.platform.http.Freshness.Lifetimes;

/** The {@code Cache-Control} of public responses (RFC 9111), with its stale extensions (RFC 5861). */
record CacheDirectives(Lifetimes lifetimes, boolean isImmutable) {

    static final String PUBLIC = "public";

    String text() {
        var parts = new ArrayList<String>(List.of(PUBLIC));
        parts.add(seconds("max-age", lifetimes.maxAge()));
        parts.add(seconds("s-maxage", lifetimes.sharedMaxAge()));
        parts.add(stale("stale-while-revalidate", lifetimes.staleWhileRevalidate()));
        parts.add(stale("stale-if-error", lifetimes.staleIfError()));
        parts.add(isImmutable ? "immutable" : "");
        return parts.stream().filter(part -> !part.isEmpty()).collect(joining(", "));
    }

    /** The directives of a response that may be shown for this time only, stale or not, in shared and private caches. */
    CacheDirectives within(Duration left) {
        var maxAge = min(lifetimes.maxAge(), left);
        var sharedMaxAge = min(lifetimes.sharedMaxAge(), left);
        var stale = left.minus(maxAge.compareTo(sharedMaxAge) > 0 ? maxAge : sharedMaxAge);
        return new CacheDirectives(new Lifetimes(maxAge, sharedMaxAge, min(lifetimes.staleWhileRevalidate(), stale),
                min(lifetimes.staleIfError(), stale)), false);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String stale(String name, Duration duration) {
        return duration.toSeconds() == 0 ? "" : seconds(name, duration);
    }

    private static String seconds(String name, Duration duration) {
        return name + "=" + duration.toSeconds();
    }

    /**
     * The end of a response that must not be shown later, such as one with an image whose rights expire. The directives
     * shrink while the response is in the cache of this node.
     */
    record Expiry(Instant at, CacheDirectives directives, Clock clock) {

        boolean isOver() {
            return !clock.instant().isBefore(at);
        }

        String cacheControl() {
            return directives.within(isOver() ? Duration.ZERO : Duration.between(clock.instant(), at)).text();
        }
    }
}
