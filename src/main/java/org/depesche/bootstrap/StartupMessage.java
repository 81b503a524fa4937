package org.depesche.bootstrap;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;

/** Prints the URL of the entry page. */
@Singleton
class StartupMessage {

    private final HttpServer server;

    StartupMessage(HttpServer server) {
        this.server = server;
    }

    /** Uses the port of the server: the configured port may be 0, for any free one. */
    void onServerStart(@ObservesAsync HttpServerStart start) {
        Log.infof("Depesche is ready: http://localhost:%d/docs", server.getPort());
    }
}
