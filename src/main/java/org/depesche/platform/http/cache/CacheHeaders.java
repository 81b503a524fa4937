package org.depesche.platform.http.cache;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.Freshness.Lifetimes;
import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.http.ResponseMetadata;

/** Writes Cache-Control and the cache tags of a response. */
@Singleton
class CacheHeaders {

    private static final Pattern SHARED = Pattern.compile(", s-maxage=\\d+");
    private static final String NO_STORE = "no-store";
    private static final String PRIVATE_NO_STORE = "private, no-store";

    private final HttpConfig.CacheTagHeader tagHeader;
    private final Clock clock;
    private final Map<Freshness, CacheDirectives> directives = new EnumMap<>(Freshness.class);
    private final Map<Freshness, String> texts = new EnumMap<>(Freshness.class);

    CacheHeaders(HttpConfig config, Clock clock) {
        this.tagHeader = config.cacheTagHeader();
        this.clock = clock;
        for (var freshness : Freshness.values()) {
            directives.put(freshness, new CacheDirectives(
                    lifetimes(freshness, Optional.ofNullable(config.freshness().get(freshness))),
                    freshness == Freshness.FOREVER));
            texts.put(freshness, freshness == Freshness.NEVER ? PRIVATE_NO_STORE : directives.get(freshness).text());
        }
    }

    private static Lifetimes lifetimes(Freshness freshness, Optional<HttpConfig.LifetimesConfig> overrides) {
        var defaults = freshness.lifetimes();
        return new Lifetimes(overrides.flatMap(HttpConfig.LifetimesConfig::maxAge).orElse(defaults.maxAge()),
                overrides.flatMap(HttpConfig.LifetimesConfig::sMaxage).orElse(defaults.sharedMaxAge()),
                overrides.flatMap(HttpConfig.LifetimesConfig::staleWhileRevalidate).orElse(defaults.staleWhileRevalidate()),
                overrides.flatMap(HttpConfig.LifetimesConfig::staleIfError).orElse(defaults.staleIfError()));
    }

    void write(MultivaluedMap<String, Object> headers, int status, Freshness freshness, ResponseMetadata metadata) {
        var cacheable = isCacheable(status, freshness, metadata);
        headers.computeIfAbsent("Cache-Control",
                name -> new ArrayList<>(List.of(cacheControl(status, freshness, cacheable, metadata))));
        if (cacheable) {
            var tags = CoarseCacheTags.fitToHeader(metadata.cacheTags());
            if (!tags.isEmpty()) {
                headers.putSingle(tagHeader.header(),
                        tags.stream().map(CacheTag::text).collect(joining(tagHeader.separator())));
            }
        }
    }

    /**
     * The directives of a response to a caller with a key. Only the caller's own cache may store it: a shared cache would
     * give it to others.
     */
    static String toPrivate(String directives) {
        return directives.startsWith(CacheDirectives.PUBLIC)
                ? SHARED.matcher(directives).replaceAll("").replaceFirst(CacheDirectives.PUBLIC, "private")
                : directives;
    }

    /** Returns whether caches may store the response. */
    boolean isCacheable(int status, Freshness freshness, ResponseMetadata metadata) {
        return freshness != Freshness.NEVER && isCacheableStatus(status) && !metadata.isStorageForbidden();
    }

    /** Returns how long a stale response may be served while the service cannot compute a new one. */
    Duration staleIfError(Freshness freshness) {
        return Objects.requireNonNull(directives.get(freshness)).lifetimes().staleIfError();
    }

    /** Returns when the response must no longer be shown. Empty if it may be shown as long as its freshness says. */
    Optional<CacheDirectives.Expiry> expiry(int status, Freshness freshness, ResponseMetadata metadata) {
        return metadata.expiresAt().map(at -> new CacheDirectives.Expiry(at,
                Objects.requireNonNull(directives.get(effective(status, freshness))), clock));
    }

    private String cacheControl(int status, Freshness freshness, boolean isCacheable, ResponseMetadata metadata) {
        if (!isCacheable) {
            return freshness == Freshness.NEVER ? PRIVATE_NO_STORE : NO_STORE;
        }
        return expiry(status, freshness, metadata).map(CacheDirectives.Expiry::cacheControl)
                .orElseGet(() -> texts.get(effective(status, freshness)));
    }

    /** A 410 of an immutable URL is cached like a redirect, because the rights to an image may be extended. */
    private static Freshness effective(int status, Freshness freshness) {
        return isRedirect(status) || status == 410 && freshness == Freshness.FOREVER ? Freshness.REDIRECT : freshness;
    }

    /** A 404 may become a 200 at any time; a 410 is final. */
    private static boolean isCacheableStatus(int status) {
        return status >= 200 && status < 400 || status == 410;
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400 && status != 304;
    }
}
