package org.depesche.platform.http.load;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import io.vertx.ext.web.RoutingContext;

/** Takes a request out of the queue on its worker thread; a request whose client has closed the connection ends here. */
class RequestQueueFilter {

    /** Runs before every other filter on the worker thread. The filter that reads the caller runs on the event loop. */
    private static final int FIRST = Priorities.AUTHENTICATION - 1;

    private final RequestQueue queue;

    RequestQueueFilter(RequestQueue queue) {
        this.queue = queue;
    }

    /** @return the answer of a request that goes no further */
    @ServerRequestFilter(priority = FIRST)
    public @Nullable Response start(RoutingContext context) {
        queue.leave(context);
        return context.response().closed() ? Response.noContent().build() : null;
    }
}
