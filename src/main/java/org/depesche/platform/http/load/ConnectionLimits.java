package org.depesche.platform.http.load;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.http.HttpConfig;

import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Adds {@link PipelinedRequests} to each HTTP/1 connection with its first request. */
@ApplicationScoped
class ConnectionLimits {

    private final HttpConfig config;

    ConnectionLimits(HttpConfig config) {
        this.config = config;
    }

    /** Registers the first route, so that requests which later routes refuse count as well. */
    void register(@Observes @Priority(1) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::limit).failureHandler(this::limit);
    }

    private void limit(RoutingContext context) {
        if (context.request().connection() instanceof ConnectionBase connection) {
            var pipeline = connection.channel().pipeline();
            var handlerOfVertx = pipeline.context(VertxHandler.class);
            if (handlerOfVertx != null && pipeline.context(PipelinedRequests.class) == null) {
                pipeline.addBefore(handlerOfVertx.name(), null, new PipelinedRequests(config.maxPipelinedRequests()));
            }
        }
        context.next();
    }
}
