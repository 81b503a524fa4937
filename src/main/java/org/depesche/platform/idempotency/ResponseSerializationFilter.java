package org.depesche.platform.idempotency;

import java.nio.charset.StandardCharsets;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Serializes the response of a request that holds its key, before any other response filter, so that the stored bytes
 * equal those that are sent. Before that it marks a successful request as done, because each filter may fail.
 */
@Idempotent
@Provider
@Priority(Priorities.USER + 1000)
class ResponseSerializationFilter implements ContainerResponseFilter {

    private static final int FIRST_ERROR = 400;

    private final ObjectMapper json;

    ResponseSerializationFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (request.getProperty(ClaimedRequest.PROPERTY) instanceof ClaimedRequest claimedRequest) {
            if (response.getStatus() < FIRST_ERROR) {
                claimedRequest.markDone();
            }
            capture(claimedRequest, response);
        }
    }

    private void capture(ClaimedRequest claimedRequest, ContainerResponseContext response) throws JsonProcessingException {
        var entity = response.getEntity();
        if (entity != null) {
            var bytes = serialize(entity);
            claimedRequest.captureBody(bytes);
            response.setEntity(bytes, response.getEntityAnnotations(), response.getMediaType());
        }
    }

    private byte[] serialize(Object entity) throws JsonProcessingException {
        if (entity instanceof byte[] serialized) {
            return serialized;
        }
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(entity);
    }
}
