package org.depesche.platform.idempotency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Stores the response of a request that holds its key, before the response is sent, because a client that does not
 * receive it retries. It is the last response filter, so that it stores the headers as the client sees them, and
 * replays them unchanged.
 */
@Idempotent
@Provider
@Priority(IdempotencyResponseFilter.PRIORITY)
class IdempotencyResponseFilter implements ContainerResponseFilter {

    static final String REPLAY_PROPERTY = "depesche.idempotency.replay";

    /** Response filters run in descending order of priority. */
    static final int PRIORITY = 1;

    private static final int FIRST_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final List<String> STORED_HEADERS = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED, HttpHeaders.LINK, "Depesche-Sequence");

    private final IdempotencyStore idempotency;

    IdempotencyResponseFilter(IdempotencyStore idempotency) {
        this.idempotency = idempotency;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ClaimedRequest.PROPERTY) instanceof ClaimedRequest claimedRequest) {
            completeOrRelease(claimedRequest, response);
        } else if (request.getProperty(REPLAY_PROPERTY) instanceof StoredResponse replayed) {
            replayed.headers().forEach(response.getHeaders()::putSingle);
        }
    }

    private void completeOrRelease(ClaimedRequest claimedRequest, ContainerResponseContext response) {
        if (claimedRequest.isDone() && response.getStatus() >= FIRST_ERROR) {
            return; // its response could not be stored or written: a retry must not do the work again
        }
        if (response.getStatus() >= FIRST_SERVER_ERROR || response.getStatus() == TOO_MANY_REQUESTS) {
            idempotency.release(claimedRequest.claim());
        } else {
            idempotency.complete(claimedRequest.claim(), claimedRequest.digest(),
                    new StoredResponse(response.getStatus(), headers(response), claimedRequest.storedBody()));
        }
    }

    private static Map<String, String> headers(ContainerResponseContext response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : STORED_HEADERS) {
            var value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }
}
