package org.depesche.platform.idempotency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import org.jspecify.annotations.Nullable;

/**
 * Claims the key of a request, or replays the stored response. It is the last request filter, so that a rejected
 * request claims nothing.
 */
@Idempotent
@Provider
@Priority(Priorities.USER + 1000)
class IdempotencyRequestFilter implements ContainerRequestFilter {

    private static final byte[] EMPTY_FORM = "{}".getBytes(StandardCharsets.US_ASCII);

    private final IdempotencyStore idempotency;
    private final ResourceInfo endpoint;

    IdempotencyRequestFilter(IdempotencyStore idempotency, ResourceInfo endpoint) {
        this.idempotency = idempotency;
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var key = IdempotencyKey.parseHeader(request.getHeaders().getOrDefault(IdempotencyKey.HEADER, List.of()));
        if (key.isPresent()) {
            var route = request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
            claim(request, new IdempotencyKey(caller(request), route, key.get()));
        }
    }

    /** The endpoint requires a role, so that there is always a principal. */
    private static UUID caller(ContainerRequestContext request) {
        return UUID.fromString(request.getSecurityContext().getUserPrincipal().getName());
    }

    private void claim(ContainerRequestContext request, IdempotencyKey key) throws IOException {
        var digest = digest(request);
        var cipher = cipherFor(request, key);
        var claim = idempotency.claim(key);
        if (claim instanceof Claim.Completed completed) {
            var stored = completed.responseFor(digest);
            var response = cipher == null ? stored : stored.withBody(cipher.decrypt(stored.body()));
            request.setProperty(IdempotencyResponseFilter.REPLAY_PROPERTY, response);
            request.abortWith(response.toReplayResponse());
        } else {
            request.setProperty(ClaimedRequest.PROPERTY, new ClaimedRequest((Claim.Held) claim, digest, cipher));
        }
    }

    private byte[] digest(ContainerRequestContext request) throws IOException {
        var uri = request.getUriInfo().getRequestUri();
        var body = body(request);
        // an endpoint reads no body as an empty form
        var isEmptyForm = body.length == 0 && (request.getMediaType() == null
                || MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType()));
        var digest = new RequestDigest(request.getMethod(), uri.getRawPath() + "?" + uri.getRawQuery(),
                isEmptyForm ? MediaType.APPLICATION_JSON : String.valueOf(request.getMediaType()));
        return digest.body(isEmptyForm ? EMPTY_FORM : body).finish();
    }

    private byte[] body(ContainerRequestContext request) throws IOException {
        // an earlier filter enforces the endpoint's size limit
        var body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    private @Nullable ResponseCipher cipherFor(ContainerRequestContext request, IdempotencyKey key) {
        var isSecret = endpoint.getResourceMethod().getAnnotation(Idempotent.class).secret();
        return isSecret ? new ResponseCipher(request.getHeaderString(HttpHeaders.AUTHORIZATION), key) : null;
    }
}
