package org.depesche.platform.http.load;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/**
 * Reports the node as not ready when it is about to stop. Quarkus' own check does the same, but needs a worker thread, so
 * that a busy node would look like a dead one.
 */
@Readiness
@Singleton
class ShutdownReadiness implements AsyncHealthCheck {

    private volatile boolean isStopping;

    void onShutdown(@Observes ShutdownDelayInitiatedEvent event) {
        isStopping = true;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(HealthCheckResponse.named("not stopping").status(!isStopping).build());
    }
}
