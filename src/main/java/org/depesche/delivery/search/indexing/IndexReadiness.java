package org.depesche.delivery.search.indexing;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/**
 * Reports a node without an index as not ready, because other nodes can search. A node whose index is behind or being
 * rebuilt is ready.
 */
@Readiness
@ApplicationScoped
class IndexReadiness implements AsyncHealthCheck {

    private final CurrentIndex index;

    IndexReadiness(CurrentIndex index) {
        this.index = index;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var current = index.current();
        var response = HealthCheckResponse.named("search index").status(index.isAvailable());
        current.ifPresent(currentIndex -> response.withData("position", currentIndex.position()));
        return Uni.createFrom().item(response.build());
    }
}
