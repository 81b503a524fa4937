package org.depesche.platform.http.fastpath;

import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.http.MinSequenceFilter;
import org.depesche.platform.http.RouteGroup;
import org.depesche.platform.http.cache.CachedResponse;
import org.depesche.platform.http.request.QueryString;
import org.depesche.platform.problem.Problem;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Offers simple public reads, which the response cache does not have, to the {@link FastEndpoint}s. */
@ApplicationScoped
class FastPath {

    /** Runs after the response cache, the request guard and the request queue, before authentication and routing. */
    private static final int PRIORITY = 885;
    private static final String JSON = "application/json";
    /** Other characters could be escapes, or parameters of a path. */
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/_.~-]+");
    private static final List<CharSequence> SPECIAL_HEADERS = List.of(HttpHeaderNames.AUTHORIZATION,
            MinSequenceFilter.HEADER, HttpHeaderNames.CONTENT_LENGTH, HttpHeaderNames.TRANSFER_ENCODING);

    private final List<FastEndpoint> endpoints;
    private final FastResponder responder;
    private final boolean isEnabled;

    FastPath(@All List<FastEndpoint> endpoints, FastResponder responder, FastPathThreads threads) {
        this.endpoints = endpoints;
        this.responder = responder;
        this.isEnabled = threads.isEnabled();
    }

    void register(@Observes Filters filters) {
        if (isEnabled) {
            filters.register(this::handle, PRIORITY);
        }
    }

    private void handle(RoutingContext context) {
        if (!isSimple(context.request()) || !offer(context)) {
            context.next();
        }
    }

    private static boolean isSimple(HttpServerRequest request) {
        var headers = request.headers();
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && RouteGroup.of(request.path()) == RouteGroup.DELIVERY && PLAIN_PATH.matcher(request.path()).matches()
                && SPECIAL_HEADERS.stream().noneMatch(headers::contains)
                && CachedResponse.isAccepted(request.getHeader(HttpHeaderNames.ACCEPT), JSON);
    }

    private boolean offer(RoutingContext context) {
        try {
            var query = context.request().query();
            var taken = new FastRequest(context, query == null ? Map.of() : QueryString.of(query).values(), responder);
            context.request().pause();
            if (endpoints.stream().anyMatch(endpoint -> endpoint.take(taken))) {
                return true;
            }
            context.request().resume();
            return false;
        } catch (Problem | RejectedExecutionException malformedOrStopping) {
            context.request().resume();
            return false;
        }
    }
}
