package org.depesche.bootstrap;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;

/** Tells the person at the terminal where to go. */
@Singleton
class StartupMessage {

    private final HttpServer server;

    StartupMessage(HttpServer server) {
        this.server = server;
    }

    /** The server knows the port it got; what was configured may be 0, for any. */
    void onServerStart(@ObservesAsync HttpServerStart start) {
        Log.infof("Depesche is ready: http://localhost:%d/docs", server.getPort());
    }
}
