package org.depesche.platform.http.response;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;

import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.http.ResponseMetadata;

/** Turns a freshness and a provenance into what caches read. */
@ApplicationScoped
class CacheHeaders {

    private static final String NO_STORE = "no-store";
    private static final String PRIVATE_NO_STORE = "private, no-store";

    private final HttpConfig.CacheTagHeader tagHeader;
    private final Map<Freshness, String> directives = new EnumMap<>(Freshness.class);
    private final Map<Freshness, Duration> staleIfError = new EnumMap<>(Freshness.class);

    CacheHeaders(HttpConfig config) {
        this.tagHeader = config.cacheTagHeader();
        for (var freshness : Freshness.values()) {
            var replaced = Optional.ofNullable(config.freshness().get(freshness));
            directives.put(freshness, directive(freshness, replaced));
            staleIfError.put(freshness, replaced.flatMap(HttpConfig.LifetimesConfig::staleIfError)
                    .orElse(freshness.lifetimes().staleIfError()));
        }
    }

    void write(MultivaluedMap<String, Object> headers, int status, Freshness freshness, ResponseMetadata provenance) {
        var kept = isCacheable(status, freshness, provenance);
        headers.computeIfAbsent("Cache-Control", name -> new ArrayList<>(List.of(cacheControl(status, freshness, kept))));
        if (kept) {
            var tags = CoarseCacheTags.fitToHeader(provenance.cacheTags());
            if (!tags.isEmpty()) {
                headers.putSingle(tagHeader.header(), String.join(tagHeader.separator(), tags));
            }
        }
    }

    /** May caches keep it? */
    boolean isCacheable(int status, Freshness freshness, ResponseMetadata provenance) {
        return freshness != Freshness.NEVER && isCacheableStatus(status) && !provenance.isNoStore();
    }

    /** How long an answer may be given that nobody can make anew. */
    Duration staleIfError(Freshness freshness) {
        return staleIfError.get(freshness);
    }

    private String cacheControl(int status, Freshness freshness, boolean kept) {
        if (!kept) {
            return freshness == Freshness.NEVER ? PRIVATE_NO_STORE : NO_STORE;
        }
        return directives.get(isRedirect(status) ? Freshness.REDIRECT : freshness);
    }

    /** A 404 may be published in the next second; a 410 says that nothing comes again. */
    private static boolean isCacheableStatus(int status) {
        return status >= 200 && status < 400 || status == 410;
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400 && status != 304;
    }

    private static String directive(Freshness freshness, Optional<HttpConfig.LifetimesConfig> replaced) {
        if (freshness == Freshness.NEVER) {
            return PRIVATE_NO_STORE;
        }
        var given = freshness.lifetimes();
        var parts = new ArrayList<String>(List.of("public"));
        parts.add(seconds("max-age", replaced.flatMap(HttpConfig.LifetimesConfig::maxAge).orElse(given.maxAge())));
        parts.add(seconds("s-maxage", replaced.flatMap(HttpConfig.LifetimesConfig::sMaxage).orElse(given.sharedMaxAge())));
        parts.add(stale("stale-while-revalidate",
                replaced.flatMap(HttpConfig.LifetimesConfig::staleWhileRevalidate).orElse(given.staleWhileRevalidate())));
        parts.add(stale("stale-if-error",
                replaced.flatMap(HttpConfig.LifetimesConfig::staleIfError).orElse(given.staleIfError())));
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
