package org.depesche.platform.http.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.database.DatabaseConnectivity;
import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.http.RouteGroup;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Bounds the requests that wait for a worker thread: a request beyond the bound gets a 503 at once, and so does every request
 * while the database is away. Responses of the cache need no worker and are not counted.
 */
@ApplicationScoped
class RequestQueue {

    /** Runs after the response cache and the request guard, so that only requests which need a worker are counted. */
    private static final int PRIORITY = 890;
    private static final String PERMIT = RequestQueue.class.getName();

    private final RequestQueueLimit limit;
    private final DatabaseConnectivity database;

    RequestQueue(HttpConfig config, DatabaseConnectivity database, MeterRegistry meters) {
        this.database = database;
        this.limit = new RequestQueueLimit(config.maxQueuedRequests());
        meters.gauge("depesche.http.queued", limit, RequestQueueLimit::waiting);
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, PRIORITY);
    }

    private void enter(RoutingContext context) {
        if (RouteGroup.of(context.normalizedPath()) != RouteGroup.OTHER) {
            if (database.isAway()) {
                throw unavailable("The database cannot answer now.", "5");
            }
            var permit = limit.acquire().orElseThrow(() -> unavailable("Too many requests wait for an answer.", "1"));
            context.put(PERMIT, permit);
            context.addEndHandler(ended -> permit.release());
        }
        context.next();
    }

    private static Problem unavailable(String detail, String retryAfterSeconds) {
        return new Problem(ProblemType.UNAVAILABLE, detail).header("Retry-After", retryAfterSeconds);
    }

    /** Releases the permit of a request that has reached a worker thread. */
    void leave(RoutingContext context) {
        if (context.get(PERMIT) instanceof RequestQueueLimit.Permit permit) {
            permit.release();
        }
    }
}
