package org.depesche.platform.http.request;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Enforces each endpoint's body limit: by Content-Length before the body is read, and while it is read, before and after
 * decompression. Also rejects media types and charsets that the endpoint does not read. Endpoints with an {@link
 * InputStream} parameter decompress their body themselves.
 */
class RequestBodyFilter {

    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");

    private final HttpConfig config;
    private final RequestBodyLimits limits;

    RequestBodyFilter(HttpConfig config, RequestBodyLimits limits) {
        this.config = config;
        this.limits = limits;
    }

    @ServerRequestFilter
    public void wrapBody(ContainerRequestContext request, ResourceInfo resource) {
        var method = Optional.ofNullable(resource.getResourceMethod());
        var limit = method.map(limits::of).orElseGet(config::bodyLimit);
        if (length(request.getHeaderString("Content-Length")) > limit) {
            throw new Problem(ProblemType.TOO_LARGE, "The body is larger than " + limit + " bytes.");
        }
        if (request.hasEntity() && method.isPresent()) {
            var received = new LimitedInputStream(request.getEntityStream(), limit);
            var decompressed = isGzipped(request, method.get())
                    ? new LimitedInputStream(new LazyGunzipInputStream(received), limit)
                    : received;
            request.setEntityStream(unsupportedMediaType(request.getMediaType(), method.get())
                    .<InputStream> map(unsupported -> new UnsupportedBodyInputStream(decompressed, unsupported))
                    .orElse(decompressed));
        }
    }

    /**
     * JSON is UTF-8 (RFC 8259). An endpoint that lists other types beside a wildcard accepts the wildcard for a missing
     * body only.
     */
    private static Optional<Problem> unsupportedMediaType(@Nullable MediaType type, Method endpoint) {
        if (type == null) {
            return Optional.empty();
        }
        var charset = Optional.ofNullable(type.getParameters().get(MediaType.CHARSET_PARAMETER))
                .map(name -> name.toLowerCase(Locale.ROOT));
        var consumed = Optional.ofNullable(endpoint.getAnnotation(Consumes.class)).map(Consumes::value).orElse(new String[0]);
        var isAccepted = consumed.length < 2 || Arrays.stream(consumed).filter(name -> !name.equals(MediaType.WILDCARD))
                .anyMatch(name -> MediaType.valueOf(name).isCompatible(type));
        if (isAccepted && !(isJson(type) && charset.filter(name -> !UTF_8.contains(name)).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                isAccepted ? "JSON is written in UTF-8 alone here." : "This address does not read this Content-Type."));
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().toLowerCase(Locale.ROOT).matches("(.*[+-])?(nd)?json");
    }

    private static boolean isGzipped(ContainerRequestContext request, Method endpoint) {
        var coding = Optional.ofNullable(request.getHeaderString("Content-Encoding")).orElse("").strip()
                .toLowerCase(Locale.ROOT);
        if (coding.isEmpty() || coding.equals("identity")
                || RequestBodyLimits.isStream(endpoint)) {
            return false;
        }
        if (coding.equals("gzip") || coding.equals("x-gzip")) {
            return true;
        }
        throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body is packed with gzip or not at all.")
                .header("Accept-Encoding", "gzip");
    }

    private static long length(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,18}") ? Long.parseLong(header) : 0;
    }
}
