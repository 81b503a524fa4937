package org.depesche.platform.http.load;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.http.RouteGroup;
import org.depesche.platform.http.Routes;

import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Sets the route of every request for the metrics, also for cached responses and refusals, which reach no endpoint. Without it
 * the label would be the path, and clients could fill the memory with labels.
 */
@ApplicationScoped
class RouteTemplates {

    /** The key under which Quarkus' metrics look for the route. */
    private static final String TEMPLATE = "UrlPathTemplate";
    private static final String UNKNOWN = "UNKNOWN";
    /** Routes of the framework, whose number is fixed. */
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("/q/health", "/q/health/live", "/q/health/ready",
            "/q/health/started", "/q/metrics", "/q/openapi");

    private final Routes routes;

    RouteTemplates(Routes routes) {
        this.routes = routes;
    }

    void register(@Observes @Priority(1) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::storeTemplate).failureHandler(this::storeTemplate);
    }

    private void storeTemplate(RoutingContext context) {
        if (context.request() instanceof HttpServerRequestInternal request && request.context().getLocal(TEMPLATE) == null) {
            request.context().putLocal(TEMPLATE, template(String.valueOf(request.path())));
        }
        context.next();
    }

    private String template(String path) {
        if (OF_THE_FRAMEWORK.contains(path)) {
            return path;
        }
        return routes.template(path)
                .orElse(RouteGroup.of(path) == RouteGroup.OTHER && path.startsWith("/docs/") ? "/docs/{file}" : UNKNOWN);
    }
}
