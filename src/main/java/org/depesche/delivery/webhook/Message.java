package org.depesche.delivery.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;

/**
 * The bytes of a message and its headers, by the specification Standard Webhooks. The signature covers exactly these bytes.
 */
record Message(String id, String type, byte[] body) {

    static final String CONTENT_TYPE = "application/json";

    /** The headers of one attempt; one signature for each secret. */
    Map<String, String> headers(List<String> secrets, Instant now) {
        var text = new String(body, StandardCharsets.UTF_8);
        var signatures = secrets.stream().map(secret -> sign(secret, text, now)).collect(Collectors.joining(" "));
        return Map.of("Content-Type", CONTENT_TYPE, "User-Agent", "Depesche", "webhook-id", id, "webhook-timestamp",
                Long.toString(now.getEpochSecond()), "webhook-signature", signatures);
    }

    private String sign(String secret, String text, Instant now) {
        try {
            return new Webhook(secret).sign(id, now.getEpochSecond(), text);
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException("A message cannot be signed, message=" + id, e);
        }
    }
}
