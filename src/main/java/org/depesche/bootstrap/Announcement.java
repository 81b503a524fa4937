package org.depesche.bootstrap;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;

/** Tells the person at the terminal where to go. */
@Singleton
class Announcement {

    void announce(@ObservesAsync HttpServerStart start) {
        Log.infof("Depesche is ready: http://localhost:%d/docs", start.options().getPort());
    }
}
