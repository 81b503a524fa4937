package org.depesche.delivery.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.push.PushConfig;
import org.depesche.platform.outbound.GuardedHttpClient;
import org.depesche.platform.outbound.HostLookup;
import org.depesche.platform.outbound.TargetPolicy;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/** Sends a message once and records the attempt, whatever happens: one that left no trace would be repeated for ever. */
@ApplicationScoped
class Sender {

    private static final int MAX_ERROR = 400;

    private final GuardedHttpClient http;
    private final WebhookRepository webhooks;
    private final PushConfig config;
    private final TargetPolicy policy;
    private final HostLookup hosts;
    private final Clock clock;

    Sender(GuardedHttpClient http, WebhookRepository webhooks, PushConfig config, HostLookup hosts, Clock clock) {
        this.http = http;
        this.webhooks = webhooks;
        this.config = config;
        this.policy = new TargetPolicy(config.allowedNetworks().orElse(List.of()));
        this.hosts = hosts;
        this.clock = clock;
    }

    /** Checks that messages may be sent to a URL, as it is checked again for each of them. */
    void checkTarget(URI url) throws IOException {
        policy.resolve(url, hosts, config.timeout());
    }

    /** @param sequence the entry that the message is about; null for a ping */
    Attempt send(Webhook webhook, Message message, @Nullable Long sequence) throws InterruptedException {
        var at = clock.instant();
        var start = System.nanoTime();
        Integer status = null;
        String response = null;
        String error;
        try {
            var answer = http.post(webhook.target().url(), message.headers(webhook.secrets().at(at), at), message.body(),
                    policy,
                    config.timeout());
            status = answer.status();
            response = answer.beginning().isEmpty() ? null : answer.beginning();
            error = status >= 200 && status < 300 ? null : "status " + status;
        } catch (IOException e) {
            error = reason(e);
        } catch (RuntimeException e) {
            Log.warnf(e, "Message not sent, webhook=%s, message=%s", webhook.id(), message.id());
            error = "the message could not be sent";
        }
        var millis = (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - start) / 1_000_000);
        return webhooks.record(webhook.id(), new Attempt(0, message.id(), sequence, message.type(), at, millis, status, error,
                response));
    }

    /** Some failures have no message, or the name of a class in it, which means nothing to the receiver. */
    private static String reason(IOException failure) {
        var message = failure.getMessage();
        return message == null || message.equals("null") || message.contains("Exception") ? "no connection" : shorten(message);
    }

    private static String shorten(String text) {
        return text.length() > MAX_ERROR ? text.substring(0, MAX_ERROR) + "…" : text;
    }
}
