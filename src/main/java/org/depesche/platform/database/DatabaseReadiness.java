package org.depesche.platform.database;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/** Reports whether the database answers. The check runs no statement, so it needs no thread and is never slow. */
@Readiness
@Singleton
class DatabaseReadiness implements AsyncHealthCheck {

    private final DatabaseConnectivity database;

    DatabaseReadiness(DatabaseConnectivity database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(HealthCheckResponse.named("database").status(!database.isAway()).build());
    }
}
