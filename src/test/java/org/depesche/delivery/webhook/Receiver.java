package org.depesche.delivery.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A receiver of webhooks on loopback that behaves as a test wants. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> all = new CopyOnWriteArrayList<>();
    private volatile Behavior behavior = exchange -> exchange.sendResponseHeaders(204, -1);

    /** How the receiver answers, after it has read the message. */
    interface Behavior {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** A message as it came. */
    record Received(String path, Map<String, List<String>> headers, String body) {

        String id() {
            return headers.get("Webhook-id").get(0);
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Like {@link #isSignedWith}, whenever it was sent. */
        boolean hasSignatureBy(String secret) {
            try {
                var at = Long.parseLong(headers.get("Webhook-timestamp").get(0));
                return List.of(headers.get("Webhook-signature").get(0).split(" "))
                        .contains(new Webhook(secret).sign(id(), at, body));
            } catch (WebhookSigningException | EmptyWebhookSecretException e) {
                throw new AssertionError(e);
            }
        }

        boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, Map.of("webhook-id", headers.get("Webhook-id"), "webhook-timestamp",
                        headers.get("Webhook-timestamp"), "webhook-signature", headers.get("Webhook-signature")));
                return true;
            } catch (WebhookVerificationException e) {
                return false;
            } catch (EmptyWebhookSecretException e) {
                throw new AssertionError(e);
            }
        }
    }

    Receiver() {
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
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?from=depesche";
    }

    void behaves(Behavior next) {
        behavior = next;
    }

    void answers(int status) {
        behavior = exchange -> exchange.sendResponseHeaders(status, -1);
    }

    List<Received> all() {
        return List.copyOf(all);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            all.add(new Received(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            behavior.answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
