package org.depesche.platform.http.load;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.ext.web.RoutingContext;

/** Takes a request out of the queue on its worker thread; a request whose client has closed the connection ends here. */
class RequestQueueFilter {

    /** Before every filter that runs on the worker thread; the caller is read on the event loop. */
    private static final int FIRST = Priorities.AUTHENTICATION - 1;

    private final RequestQueue queue;

    RequestQueueFilter(RequestQueue queue) {
        this.queue = queue;
    }

    @ServerRequestFilter(priority = FIRST)
    public void start(ContainerRequestContext request, RoutingContext context) {
        queue.leave(context);
        if (context.response().closed()) {
            request.abortWith(Response.noContent().build());
        }
    }
}
