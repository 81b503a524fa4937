package org.depesche.platform.http;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.vertx.core.MultiMap;

/**
 * Which pages of the web may read us from a browser: delivery, feeds and media any, the desk's addresses those of configured
 * origins. An own rule because the framework's holds for the whole server.
 */
@ApplicationScoped
public class CorsPolicy {

    private static final String READ_HEADERS = "If-None-Match, Last-Event-ID, Depesche-Min-Sequence, Authorization";
    private static final String WRITE_HEADERS = READ_HEADERS + ", If-Match, Content-Type, Idempotency-Key";
    private static final String WRITE_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String EXPOSED_HEADERS = "ETag, Last-Modified, Link, Location, Retry-After, RateLimit, RateLimit-Policy, "
            + "Depesche-Sequence, Deprecation, Sunset, Cache-Status";

    /** What every public answer says. */
    public static final Map<String, String> PUBLIC_HEADERS = Map.of("Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers",
            EXPOSED_HEADERS);

    private final Set<String> editorialOrigins;

    CorsPolicy(HttpConfig config) {
        this.editorialOrigins = Set.copyOf(config.editorialOrigins().orElse(List.of()));
    }

    /** Tells a browser what it may show to the page; nothing when the page's origin is not welcome. */
    void addOriginHeaders(RouteGroup area, @Nullable String origin, MultiMap answer) {
        if (area.isPublic()) {
            PUBLIC_HEADERS.forEach(answer::set);
        } else if (area == RouteGroup.EDITORIAL) {
            answer.set("Vary", "Origin");
            if (origin != null && editorialOrigins.contains(origin)) {
                answer.set("Access-Control-Allow-Origin", origin).set("Access-Control-Expose-Headers", EXPOSED_HEADERS);
            }
        }
    }

    /** The rest of the answer to a browser that asks before it sends. */
    void addPreflightHeaders(RouteGroup area, MultiMap answer) {
        if (answer.contains("Access-Control-Allow-Origin")) {
            answer.set("Access-Control-Allow-Methods", area == RouteGroup.EDITORIAL ? WRITE_METHODS : "GET, HEAD")
                    .set("Access-Control-Allow-Headers", area == RouteGroup.EDITORIAL ? WRITE_HEADERS : READ_HEADERS)
                    .set("Access-Control-Max-Age", "86400");
        }
    }
}
