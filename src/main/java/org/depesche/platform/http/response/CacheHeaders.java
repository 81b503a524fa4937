package org.depesche.platform.http.response;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.http.ResponseMetadata;

/** Writes Cache-Control and the cache tags of a response. */
@ApplicationScoped
class CacheHeaders {

    private static final String PUBLIC = "public";
    private static final Pattern SHARED = Pattern.compile(", s-maxage=\\d+");
    private static final String NO_STORE = "no-store";
    private static final String PRIVATE_NO_STORE = "private, no-store";

    private final HttpConfig.CacheTagHeader tagHeader;
    private final Map<Freshness, String> directives = new EnumMap<>(Freshness.class);
    private final Map<Freshness, Duration> staleIfError = new EnumMap<>(Freshness.class);

    CacheHeaders(HttpConfig config) {
        this.tagHeader = config.cacheTagHeader();
        for (var freshness : Freshness.values()) {
            var overrides = Optional.ofNullable(config.freshness().get(freshness));
            directives.put(freshness, directive(freshness, overrides));
            staleIfError.put(freshness, overrides.flatMap(HttpConfig.LifetimesConfig::staleIfError)
                    .orElse(freshness.lifetimes().staleIfError()));
        }
    }

    void write(MultivaluedMap<String, Object> headers, int status, Freshness freshness, ResponseMetadata metadata) {
        var cacheable = isCacheable(status, freshness, metadata);
        headers.computeIfAbsent("Cache-Control", name -> new ArrayList<>(List.of(cacheControl(status, freshness, cacheable))));
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
        return directives.startsWith(PUBLIC) ? SHARED.matcher(directives).replaceAll("").replaceFirst(PUBLIC, "private")
                : directives;
    }

    /** Returns whether caches may store the response. */
    boolean isCacheable(int status, Freshness freshness, ResponseMetadata metadata) {
        return freshness != Freshness.NEVER && isCacheableStatus(status) && !metadata.isNoStore();
    }

    /** Returns how long a stale response may be served while the service cannot compute a new one. */
    Duration staleIfError(Freshness freshness) {
        return staleIfError.get(freshness);
    }

    private String cacheControl(int status, Freshness freshness, boolean isCacheable) {
        if (!isCacheable) {
            return freshness == Freshness.NEVER ? PRIVATE_NO_STORE : NO_STORE;
        }
        return directives.get(isRedirect(status) ? Freshness.REDIRECT : freshness);
    }

    /** A 404 may become a 200 at any time; a 410 is final. */
    private static boolean isCacheableStatus(int status) {
        return status >= 200 && status < 400 || status == 410;
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400 && status != 304;
    }

    private static String directive(Freshness freshness, Optional<HttpConfig.LifetimesConfig> overrides) {
        if (freshness == Freshness.NEVER) {
            return PRIVATE_NO_STORE;
        }
        var defaults = freshness.lifetimes();
        var parts = new ArrayList<String>(List.of(PUBLIC));
        parts.add(seconds("max-age", overrides.flatMap(HttpConfig.LifetimesConfig::maxAge).orElse(defaults.maxAge())));
        parts.add(seconds("s-maxage", overrides.flatMap(HttpConfig.LifetimesConfig::sMaxage).orElse(defaults.sharedMaxAge())));
        parts.add(stale("stale-while-revalidate",
                overrides.flatMap(HttpConfig.LifetimesConfig::staleWhileRevalidate).orElse(defaults.staleWhileRevalidate())));
        parts.add(stale("stale-if-error",
                overrides.flatMap(HttpConfig.LifetimesConfig::staleIfError).orElse(defaults.staleIfError())));
        parts.add(freshness == Freshness.FOREVER ? "immutable" : "");
        return parts.stream().filter(part -> !part.isEmpty()).collect(joining(", "));
    }

    private static String stale(String name, Duration duration) {
        return duration.isZero() ? "" : seconds(name, duration);
    }

    private static String seconds(String name, Duration duration) {
        return name + "=" + duration.toSeconds();
    }
}
