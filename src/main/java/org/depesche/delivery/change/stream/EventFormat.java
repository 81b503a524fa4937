package org.depesche.delivery.change.stream;

import java.net.URI;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.change.ChangeEntry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;

/**
 * Writes blocks of the event stream format (HTML standard, section 9.2). Entries are events of the default type
 * {@code message}, because a browser reports an event of a type that the page does not know to nobody.
 */
@ApplicationScoped
class EventFormat {

    /** The last event id of a client that must start again. */
    static final String EXPIRED_ID = "expired";

    private final ObjectMapper json;

    EventFormat(ObjectMapper json) {
        this.json = json;
    }

    /** JSON has no line breaks, so one data line holds the entry. */
    Buffer entry(ChangeEntry entry) {
        try {
            return Buffer.buffer("id: " + entry.sequence() + "\ndata: ").appendBytes(json.writeValueAsBytes(entry))
                    .appendString("\n\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of the log is no JSON, sequence=" + entry.sequence(), e);
        }
    }

    /** The first block. A client that loses the connection before the first event resumes from this position. */
    static Buffer opening(Duration retry, long position) {
        return Buffer.buffer("retry: " + retry.toMillis() + "\n" + position(position));
    }

    /** Moves the client's last event id, without an event: a filter may reject entries for a long time. */
    static Buffer position(long position) {
        return Buffer.buffer(": at " + position + "\nid: " + position + "\n\n");
    }

    static Buffer heartbeat() {
        return Buffer.buffer(":\n\n");
    }

    static Buffer expired(URI export) {
        return Buffer.buffer("id: " + EXPIRED_ID + "\nevent: expired\ndata: {\"export\":\"" + export + "\"}\n\n");
    }
}
