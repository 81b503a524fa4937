package org.depesche.delivery.websub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A subscriber on this machine that confirms whatever it is asked, and behaves otherwise as a test wants. */
final class FakeSubscriber implements AutoCloseable {

    private static final long LONGER_THAN_THE_TIMEOUT = 3_000;

    private final HttpServer server;
    private final List<Map<String, String>> verifications = new CopyOnWriteArrayList<>();
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String prefix = "";
    private volatile Duration pause = Duration.ZERO;
    private final AtomicInteger posting = new AtomicInteger();
    private final AtomicInteger mostPosting = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** A feed as it came. */
    record Posted(Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.get(name).get(0);
        }
    }

    FakeSubscriber() {
        try {
            server = HttpServer.create(new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String callback(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The parameters of each question, by their order. */
    List<Map<String, String>> verifications() {
        return verifications;
    }

    List<Posted> posted() {
        return posted;
    }

    /** The status of the answers to feeds. */
    void answers(int next) {
        status = next;
    }

    /** How long it takes to answer a feed. */
    void takes(Duration time) {
        pause = time;
    }

    /** How many feeds came at the same time, at most. */
    int mostAtATime() {
        return mostPosting.get();
    }

    /** What it writes before a challenge. */
    void prefixes(String text) {
        prefix = text;
    }

    /** Questions are answered when the returned latch is down, or too late. */
    CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                verify(exchange);
            } else {
                take(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(HttpExchange exchange) throws IOException, InterruptedException {
        mostPosting.accumulateAndGet(posting.incrementAndGet(), Math::max);
        posted.add(new Posted(Map.copyOf(exchange.getRequestHeaders()), exchange.getRequestBody().readAllBytes()));
        Thread.sleep(pause.toMillis());
        posting.decrementAndGet();
        exchange.sendResponseHeaders(status, -1);
    }

    private void verify(HttpExchange exchange) throws IOException, InterruptedException {
        var parameters = parameters(exchange.getRequestURI());
        var held = gate;
        verifications.add(parameters);
        held.await(LONGER_THAN_THE_TIMEOUT, TimeUnit.MILLISECONDS);
        var body = (prefix + parameters.getOrDefault("hub.challenge", "")).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> parameters(URI uri) {
        var parameters = new HashMap<String, String>();
        for (var pair : String.valueOf(uri.getRawQuery()).split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
