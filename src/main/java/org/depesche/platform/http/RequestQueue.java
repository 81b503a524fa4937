package org.depesche.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Bounds the requests that wait for a worker thread: a request beyond the bound gets a 503 at once. Responses of the cache need
 * no worker and are not counted.
 */
@ApplicationScoped
class RequestQueue {

    /** After the response cache and the request guard, so that only what needs a worker is counted. */
    private static final int PRIORITY = 890;
    private static final String PLACE = RequestQueue.class.getName();

    private final RequestQueueLimit limit;

    RequestQueue(HttpConfig config, MeterRegistry meters) {
        this.limit = new RequestQueueLimit(config.maxQueuedRequests());
        meters.gauge("depesche.http.queued", limit, RequestQueueLimit::waiting);
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, PRIORITY);
    }

    private void enter(RoutingContext context) {
        if (RouteGroup.of(context.normalizedPath()) != RouteGroup.OTHER) {
            var place = limit.enter().orElseThrow(
                    () -> new Problem(ProblemType.UNAVAILABLE, "Too many requests wait for an answer.").header("Retry-After",
                            "1"));
            context.put(PLACE, place);
            context.addEndHandler(ended -> place.leave());
        }
        context.next();
    }

    /** The request has reached a worker thread. */
    void leave(RoutingContext context) {
        if (context.get(PLACE) instanceof RequestQueueLimit.Place place) {
            place.leave();
        }
    }
}
