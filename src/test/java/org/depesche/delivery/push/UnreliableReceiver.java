package org.depesche.delivery.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Receives messages one after another, and fails, hangs and hangs up at random until it recovers. */
final class UnreliableReceiver implements AutoCloseable {

    private static final long LONGER_THAN_THE_TIMEOUT = 1_300;

    private final List<Message> messages = new ArrayList<>();
    private final Random random;
    private final HttpServer server;
    private volatile boolean isReliable;

    /** @param isTaken whether the receiver took it; it may have failed to say so */
    record Message(String body, boolean isTaken) {
    }

    UnreliableReceiver(long seed) {
        random = new Random(seed);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void recover() {
        isReliable = true;
    }

    List<Message> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    List<String> taken() {
        return messages().stream().filter(Message::isTaken).map(Message::body).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                confirm(exchange);
                return;
            }
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, body, isReliable ? 0 : random.nextInt(10));
        }
    }

    /** Some messages are taken although the sender learns nothing of it. */
    private void answer(HttpExchange exchange, String body, int chance) throws IOException {
        synchronized (messages) {
            messages.add(new Message(body, chance < 6 || chance == 8));
        }
        if (chance >= 8) {
            if (chance == 9) {
                sleep();
            }
            return;
        }
        exchange.sendResponseHeaders(chance < 6 ? 204 : 503, -1);
    }

    private static void confirm(HttpExchange exchange) throws IOException {
        for (var pair : exchange.getRequestURI().getRawQuery().split("&")) {
            if (pair.startsWith("hub.challenge=")) {
                var challenge = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, challenge.length);
                exchange.getResponseBody().write(challenge);
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LONGER_THAN_THE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
