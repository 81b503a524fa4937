package org.depesche.platform.http;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.depesche.platform.problem.UsualHeaders;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** What is settled before a request reaches an endpoint, also for addresses that have none: size, origin, OPTIONS. */
@ApplicationScoped
class FrontDoor implements UsualHeaders {

    /** Below what the server itself takes, so that the refusal is a document and not a closed connection. */
    private static final int LONGEST_URI = 8_192;
    private static final int LARGEST_HEADERS = 16_384;
    private static final String NO_SNIFFING = "X-Content-Type-Options";
    /** Before Quarkus' own filters, authentication among them: a preflight carries no key. */
    private static final int FIRST = 1_000;
    /** The framework would read these as other paths; each thing has one address, or caches and counts would have several. */
    private static final Pattern ODD_PATH = Pattern.compile(";|//|/\\.{1,2}(/|$)|/$");
    private static final Set<HttpMethod> ROUTED = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);

    private final CrossOrigin crossOrigin;
    private final SequenceGate sequences;
    private final Routes routes;

    FrontDoor(CrossOrigin crossOrigin, SequenceGate sequences, Routes routes) {
        this.crossOrigin = crossOrigin;
        this.sequences = sequences;
        this.routes = routes;
    }

    void open(@Observes Filters filters) {
        filters.register(this::receive, FIRST);
    }

    private void receive(RoutingContext context) {
        var request = context.request();
        var area = Area.of(context.normalizedPath());
        add(context, area);
        if (request.uri().length() > LONGEST_URI) {
            throw new Problem(ProblemType.URI_TOO_LONG, "The address is longer than " + LONGEST_URI + " characters.");
        }
        if (headerSize(context) > LARGEST_HEADERS) {
            throw new Problem(ProblemType.HEADERS_TOO_LARGE, "The headers are larger than " + LARGEST_HEADERS + " bytes.");
        }
        if (area != Area.OTHER && ODD_PATH.matcher(request.path()).find()) {
            throw new Problem(ProblemType.NOT_FOUND, "Nothing public is at this address.");
        }
        if (request.method().equals(HttpMethod.OPTIONS)) {
            options(context, area);
        } else {
            refuseForeignMethod(context);
            context.next();
        }
    }

    /** Also of a request that does not come in, as its path cannot be read: then what it begins with is all there is. */
    @Override
    public void add(RoutingContext context) {
        if (!context.response().headers().contains(NO_SNIFFING)) {
            add(context, Area.of(String.valueOf(context.request().path())));
        }
    }

    private void add(RoutingContext context, Area area) {
        context.response().putHeader(NO_SNIFFING, "nosniff");
        if (area != Area.OTHER) {
            context.addHeadersEndHandler(headers -> tellSequence(context.response()));
        }
        crossOrigin.allow(area, context.request().getHeader("Origin"), context.response().headers());
    }

    /** Where nothing was read that would have said it. */
    private void tellSequence(HttpServerResponse response) {
        if (!response.headers().contains(AnswerHeaders.SEQUENCE)) {
            sequences.known().ifPresent(known -> response.putHeader(AnswerHeaders.SEQUENCE, Long.toString(known)));
        }
    }

    private void options(RoutingContext context, Area area) {
        var methods = routes.methods(context.normalizedPath());
        if (methods.isEmpty()) {
            pass(context, area);
            return;
        }
        var headers = context.response().headers().set("Allow", String.join(", ", methods)).set("Cache-Control", "no-store");
        if (context.request().getHeader("Access-Control-Request-Method") != null) {
            crossOrigin.preflight(area, headers);
        }
        context.response().setStatusCode(204).end();
    }

    /** The framework would answer OPTIONS for every path that begins like one it knows. */
    private static void pass(RoutingContext context, Area area) {
        if (area != Area.OTHER) {
            throw new Problem(ProblemType.NOT_FOUND, "Nothing public is at this address.");
        }
        context.next();
    }

    /** Where several classes share a prefix the framework answers 404 for a method that none of them has. */
    private void refuseForeignMethod(RoutingContext context) {
        if (ROUTED.contains(context.request().method())) {
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
