package org.depesche.platform.http;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.problem.EarlyFailureHeaders;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Checks the size, the path and the method of every request before it is routed, also for paths without an endpoint. It answers
 * OPTIONS, and adds the headers that every response has.
 */
@ApplicationScoped
class RequestGuard implements EarlyFailureHeaders {

    /**
     * Below the limits of the server itself, so that the client receives a problem document instead of a closed
     * connection.
     */
    private static final int MAX_URI_LENGTH = 8_192;
    private static final int MAX_HEADER_BYTES = 16_384;
    private static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";
    /** Runs before Quarkus' own filters, including authentication: a preflight request carries no key. */
    private static final int PRIORITY = 1_000;
    /**
     * Paths that the framework would normalize. They are refused, because otherwise a resource would have several URLs in
     * caches and statistics.
     */
    private static final Pattern NON_CANONICAL_PATH = Pattern.compile(";|//|/\\.{1,2}(/|$)|/$");
    /** Every public path accepts these methods, so they need no look-up in the routing table. */
    private static final Set<HttpMethod> READ_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final CorsPolicy cors;
    private final ReadYourWrites readYourWrites;
    private final Routes routes;
    private final DateHeader dates;

    RequestGuard(CorsPolicy cors, ReadYourWrites readYourWrites, Routes routes, DateHeader dates) {
        this.cors = cors;
        this.readYourWrites = readYourWrites;
        this.routes = routes;
        this.dates = dates;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        var area = RouteGroup.of(context.normalizedPath());
        add(context, area);
        if (request.uri().length() > MAX_URI_LENGTH) {
            throw new Problem(ProblemType.URI_TOO_LONG, "The address is longer than " + MAX_URI_LENGTH + " characters.");
        }
        if (headerSize(context) > MAX_HEADER_BYTES) {
            throw new Problem(ProblemType.HEADERS_TOO_LARGE, "The headers are larger than " + MAX_HEADER_BYTES + " bytes.");
        }
        if (area != RouteGroup.OTHER && NON_CANONICAL_PATH.matcher(request.path()).find()) {
            throw new Problem(ProblemType.NOT_FOUND, "Nothing public is at this address.");
        }
        if (request.method().equals(HttpMethod.OPTIONS)) {
            answerOptions(context, area);
        } else {
            rejectUnsupportedMethod(context, area);
            context.next();
        }
    }

    /**
     * Also adds the headers to a request that never reaches {@link #check}, because its path cannot be parsed. In this
     * case the raw path decides.
     */
    @Override
    public void add(RoutingContext context) {
        if (!context.response().headers().contains(CONTENT_TYPE_OPTIONS)) {
            add(context, RouteGroup.of(String.valueOf(context.request().path())));
            dates.add(context);
        }
    }

    private void add(RoutingContext context, RouteGroup area) {
        context.response().putHeader(CONTENT_TYPE_OPTIONS, "nosniff");
        if (area != RouteGroup.OTHER) {
            context.addHeadersEndHandler(headers -> addSequenceHeader(context.response()));
        }
        cors.addOriginHeaders(area, context.request().getHeader("Origin"), context.response().headers());
        if (area == RouteGroup.EDITORIAL) {
            context.addHeadersEndHandler(headers -> joinVary(context.response()));
        }
    }

    /** Joins the lines of the endpoint and of the CORS policy, because some caches and clients read the first line only. */
    private static void joinVary(HttpServerResponse response) {
        var lines = response.headers().getAll(HttpHeaders.VARY);
        if (lines.size() > 1) {
            response.headers().set(HttpHeaders.VARY, String.join(", ", lines));
        }
    }

    /** Adds the header if the endpoint has not set it. */
    private void addSequenceHeader(HttpServerResponse response) {
        if (!response.headers().contains(ReadYourWrites.HEADER)) {
            readYourWrites.highestKnown().ifPresent(known -> response.putHeader(ReadYourWrites.HEADER, Long.toString(known)));
        }
    }

    private void answerOptions(RoutingContext context, RouteGroup area) {
        var methods = routes.methods(context.normalizedPath());
        if (methods.isEmpty()) {
            continueOrNotFound(context, area);
            return;
        }
        var headers = context.response().headers().set("Allow", String.join(", ", methods)).set("Cache-Control", "no-store");
        if (context.request().getHeader("Access-Control-Request-Method") != null) {
            cors.addPreflightHeaders(area, headers);
        }
        context.response().setStatusCode(204).end();
    }

    /** Without this check the framework would answer OPTIONS for every path with a known prefix. */
    private static void continueOrNotFound(RoutingContext context, RouteGroup area) {
        if (area != RouteGroup.OTHER) {
            throw new Problem(ProblemType.NOT_FOUND, "Nothing public is at this address.");
        }
        context.next();
    }

    /** Sends 405. If several classes share a prefix, the framework sends 404 for a method that none of the classes has. */
    private void rejectUnsupportedMethod(RoutingContext context, RouteGroup area) {
        if (area != RouteGroup.EDITORIAL && READ_METHODS.contains(context.request().method())) {
            return;
        }
        var methods = routes.methods(context.normalizedPath());
        if (!methods.isEmpty() && !methods.contains(context.request().method().name())) {
            throw new Problem(ProblemType.METHOD_NOT_ALLOWED, "This address does not take this method.")
                    .header("Allow", String.join(", ", methods));
        }
    }

    private static long headerSize(RoutingContext context) {
        var size = 0L;
        for (var header : context.request().headers()) {
            size += header.getKey().length() + header.getValue().length() + 4L;
        }
        return size;
    }
}
