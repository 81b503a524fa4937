package org.depesche.platform.http;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.vertx.core.MultiMap;

/**
 * Decides which web origins may read responses in a browser. Delivery, feeds and media allow every origin; editorial
 * routes allow the configured origins. The framework's CORS filter is not used because its one policy holds for the whole
 * server.
 */
@ApplicationScoped
public class CorsPolicy {

    private static final String READ_HEADERS = "If-None-Match, Last-Event-ID, Depesche-Min-Sequence, Authorization";
    private static final String WRITE_HEADERS = READ_HEADERS + ", If-Match, Content-Type, Idempotency-Key";
    private static final String WRITE_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String EXPOSED_HEADERS = "ETag, Last-Modified, Link, Location, Retry-After, RateLimit, "
            + "RateLimit-Policy, Depesche-Sequence, Deprecation, Sunset, Cache-Status, tdm-reservation, tdm-policy, "
            + "Content-Signal";
    private static final String EDITORIAL_EXPOSED_HEADERS = EXPOSED_HEADERS + ", Idempotent-Replayed";

    /** The CORS headers of every public response. */
    public static final Map<String, String> PUBLIC_HEADERS = Map.of("Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers",
            EXPOSED_HEADERS);

    private final Set<String> editorialOrigins;

    CorsPolicy(HttpConfig config) {
        this.editorialOrigins = Set.copyOf(config.editorialOrigins().orElse(List.of()));
    }

    /** Adds the headers that let a browser show the response to the page. Adds nothing for an origin that is not allowed. */
    void addOriginHeaders(RouteGroup area, @Nullable String origin, MultiMap headers) {
        if (area.isPublic()) {
            PUBLIC_HEADERS.forEach(headers::set);
        } else if (area == RouteGroup.EDITORIAL) {
            headers.set("Vary", "Origin");
            if (origin != null && editorialOrigins.contains(origin)) {
                headers.set("Access-Control-Allow-Origin", origin)
                        .set("Access-Control-Expose-Headers", EDITORIAL_EXPOSED_HEADERS);
            }
        }
    }

    /** Adds the remaining headers of a preflight response. */
    void addPreflightHeaders(RouteGroup area, MultiMap headers) {
        if (headers.contains("Access-Control-Allow-Origin")) {
            headers.set("Access-Control-Allow-Methods", area == RouteGroup.EDITORIAL ? WRITE_METHODS : "GET, HEAD")
                    .set("Access-Control-Allow-Headers", area == RouteGroup.EDITORIAL ? WRITE_HEADERS : READ_HEADERS)
                    .set("Access-Control-Max-Age", "86400");
        }
    }
}
