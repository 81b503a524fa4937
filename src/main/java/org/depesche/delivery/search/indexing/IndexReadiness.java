package org.depesche.delivery.search.indexing;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports a node without an index as not ready, because other nodes can search. A node whose index is behind or being
 * rebuilt is ready.
 */
@Readiness
@ApplicationScoped
class IndexReadiness implements HealthCheck {

    private final CurrentIndex index;

    IndexReadiness(CurrentIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        var current = index.current();
        var response = HealthCheckResponse.named("search index").status(index.isAvailable());
        current.ifPresent(currentIndex -> response.withData("position", currentIndex.position()));
        return response.build();
    }
}
