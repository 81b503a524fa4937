package org.depesche.delivery.search.indexing;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A node without an index is not ready: others can search. One that is behind the log, or makes it anew, is. */
@Readiness
@ApplicationScoped
class IndexReadiness implements HealthCheck {

    private final CurrentIndex index;

    IndexReadiness(CurrentIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        var present = index.current();
        var response = HealthCheckResponse.named("search index").status(index.isAvailable());
        present.ifPresent(found -> response.withData("position", found.position()));
        return response.build();
    }
}
