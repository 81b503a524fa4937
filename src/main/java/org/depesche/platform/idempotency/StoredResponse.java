package org.depesche.platform.idempotency;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.core.Response;

/**
 * An answer as it was given.
 *
 * @param status its status, never a 5xx
 * @param headers those of its headers that belong to what was done
 * @param body its bytes, none for an answer without one
 */
public record StoredResponse(int status, Map<String, String> headers, byte[] body) {

    static final String REPLAYED_HEADER = "Idempotent-Replayed";

    public StoredResponse {
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The answer once more, marked as such. */
    public Response toReplayResponse() {
        var response = Response.status(status).header(REPLAYED_HEADER, true);
        headers.forEach(response::header);
        return (body.length == 0 ? response : response.entity(body())).build();
    }

    StoredResponse withBody(byte[] other) {
        return new StoredResponse(status, headers, other);
    }

    String headerLines() {
        var lines = new StringBuilder();
        headers.forEach((name, value) -> lines.append(name).append(": ").append(value).append('\n'));
        return lines.toString();
    }

    static Map<String, String> parseHeaderLines(String lines) {
        var headers = new LinkedHashMap<String, String>();
        lines.lines().map(line -> line.split(": ", 2)).forEach(pair -> headers.put(pair[0], pair[1]));
        return headers;
    }
}
