package org.depesche.delivery.change.stream;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.depesche.platform.problem.Problem;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** A server of its own for a stream with settings of its own. */
final class StreamServer implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    StreamServer(Consumer<RoutingContext> stream) {
        var router = Router.router(vertx);
        router.get("/").blockingHandler(exchange -> {
            try {
                exchange.response().setChunked(true);
                stream.accept(exchange);
            } catch (Problem problem) {
                exchange.response().putHeader("Retry-After", problem.headers().get("Retry-After"))
                        .setStatusCode(problem.type().status()).end();
            }
        }, false);
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "localhost"));
    }

    int port() {
        return server.actualPort();
    }

    static StreamConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withMapping(StreamConfig.class).addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 100)).build().getConfigMapping(StreamConfig.class);
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
