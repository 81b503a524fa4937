package org.depesche.platform.idempotency;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.core.Response;

/**
 * A stored response.
 * @param status the status, never a 5xx
 * @param headers the headers that belong to the result of the request
 * @param body the bytes; empty for a response without a body
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

    /** The response again, marked as a replay. */
    public Response toReplayResponse() {
        var response = Response.status(status).header(REPLAYED_HEADER, true);
        headers.forEach(response::header);
        return (body.length == 0 ? response : response.entity(body())).build();
    }

    StoredResponse withBody(byte[] newBody) {
        return new StoredResponse(status, headers, newBody);
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
