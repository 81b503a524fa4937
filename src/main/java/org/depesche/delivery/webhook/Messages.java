package org.depesche.delivery.webhook;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.change.ChangeEntry;
import org.depesche.kernel.Uuid7;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes messages: {@code {"type", "timestamp", "data"}}. */
@ApplicationScoped
class Messages {

    private static final String PING = "ping";
    private static final String PREFIX = "msg_";

    private final ObjectMapper json;
    private final Clock clock;

    Messages(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    Message of(Webhook webhook, ChangeEntry entry) {
        return new Message(webhook.messageId(entry.sequence()), entry.type(),
                write(new Envelope(entry.type(), entry.at(), entry)));
    }

    Message ping(Webhook webhook) {
        return ping(webhook, PREFIX + Uuid7.compact(Uuid7.at(clock.instant())));
    }

    /** The same message as the first time, since its id tells when that was. */
    Message ping(Webhook webhook, String id) {
        var sentAt = Uuid7.ofCompact(id.substring(PREFIX.length())).map(Uuid7::createdAt).orElseGet(clock::instant);
        return new Message(id, PING, write(new Envelope(PING, sentAt, new Ping(webhook.id().toString()))));
    }

    private byte[] write(Envelope envelope) {
        try {
            return json.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message cannot be written", e);
        }
    }

    private record Envelope(String type, Instant timestamp, Object data) {
    }

    private record Ping(String webhook) {
    }
}
