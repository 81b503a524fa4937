package org.depesche.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Keeps the answer of a request that holds its key, before it is sent: a client that never gets it asks again. The last
 * filter of all, so that it sees the answer as the client would.
 */
@Idempotent
@Provider
@Priority(AnswerFilter.LAST)
class AnswerFilter implements ContainerResponseFilter {

    /** Response filters run in descending order. */
    static final int LAST = 1;

    private static final int FIRST_SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final List<String> KEPT = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED, HttpHeaders.LINK, "Depesche-Sequence");

    private final Idempotency idempotency;
    private final ObjectMapper json;

    AnswerFilter(Idempotency idempotency, ObjectMapper json) {
        this.idempotency = idempotency;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!(request.getProperty(Attempt.PROPERTY) instanceof Attempt attempt)) {
            return;
        }
        if (isForAnotherTry(response.getStatus())) {
            idempotency.release(attempt.claim());
        } else {
            var answer = new Answer(response.getStatus(), headers(response), body(response));
            idempotency.complete(attempt.claim(), attempt.digest(), attempt.sealed(answer));
        }
    }

    private static boolean isForAnotherTry(int status) {
        return status >= FIRST_SERVER_ERROR || status == TOO_MANY_REQUESTS;
    }

    private static Map<String, String> headers(ContainerResponseContext response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT) {
            var value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    /** Rendered once: the bytes that are kept are the bytes that are sent. */
    private byte[] body(ContainerResponseContext response) throws JsonProcessingException {
        var entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        var bytes = entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(entity);
        response.setEntity(bytes, response.getEntityAnnotations(), response.getMediaType());
        return bytes;
    }
}
