package org.depesche.platform.http;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Holds each endpoint's limit on bodies: by Content-Length before a byte is read, else while reading. */
class BodyFilter {

    private final HttpConfig config;

    BodyFilter(HttpConfig config) {
        this.config = config;
    }

    @ServerRequestFilter
    public void limit(ContainerRequestContext request, ResourceInfo resource) {
        var limit = Optional.ofNullable(resource.getResourceMethod()).map(method -> method.getAnnotation(BodyLimit.class))
                .map(BodyLimit::value).orElseGet(config::bodyLimit);
        if (length(request.getHeaderString("Content-Length")) > limit) {
            throw new Problem(ProblemType.TOO_LARGE, "The body is larger than " + limit + " bytes.");
        }
        if (request.hasEntity()) {
            request.setEntityStream(new LimitedBody(request.getEntityStream(), limit));
        }
    }

    private static long length(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,18}") ? Long.parseLong(header) : 0;
    }
}
