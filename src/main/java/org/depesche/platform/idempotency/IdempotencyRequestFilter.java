package org.depesche.platform.idempotency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import org.jspecify.annotations.Nullable;

/** Claims the key of a request or answers in its stead. The last filter: what others refuse claims nothing. */
@Idempotent
@Provider
@Priority(Priorities.USER + 1000)
class IdempotencyRequestFilter implements ContainerRequestFilter {

    private final IdempotencyStore idempotency;
    private final ResourceInfo endpoint;

    IdempotencyRequestFilter(IdempotencyStore idempotency, ResourceInfo endpoint) {
        this.idempotency = idempotency;
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var sent = IdempotencyKey.parseHeader(request.getHeaders().getOrDefault(IdempotencyKey.HEADER, List.of()));
        if (sent.isPresent()) {
            var route = request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
            claim(request, new IdempotencyKey(caller(request), route, sent.get()));
        }
    }

    /** The endpoint asks for a role, so there is somebody. */
    private static UUID caller(ContainerRequestContext request) {
        return UUID.fromString(request.getSecurityContext().getUserPrincipal().getName());
    }

    private void claim(ContainerRequestContext request, IdempotencyKey key) throws IOException {
        var digest = digest(request);
        var seal = cipherFor(request, key);
        var claim = idempotency.claim(key);
        if (claim instanceof Claim.Completed answered) {
            var kept = answered.responseFor(digest);
            var answer = seal == null ? kept : kept.withBody(seal.decrypt(kept.body()));
            request.setProperty(IdempotencyResponseFilter.REPLAY_PROPERTY, answer);
            request.abortWith(answer.toReplayResponse());
        } else {
            request.setProperty(ClaimedRequest.PROPERTY, new ClaimedRequest((Claim.Held) claim, digest, seal));
        }
    }

    private byte[] digest(ContainerRequestContext request) throws IOException {
        var address = request.getUriInfo().getRequestUri();
        var digest = new RequestDigest(request.getMethod(), address.getRawPath() + "?" + address.getRawQuery(),
                String.valueOf(request.getMediaType()));
        return digest.body(body(request)).finish();
    }

    private byte[] body(ContainerRequestContext request) throws IOException {
        // As long as the endpoint allows: a filter before this one holds its limit.
        var body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    private @Nullable ResponseCipher cipherFor(ContainerRequestContext request, IdempotencyKey key) {
        var isSecret = endpoint.getResourceMethod().getAnnotation(Idempotent.class).secret();
        return isSecret ? new ResponseCipher(request.getHeaderString(HttpHeaders.AUTHORIZATION), key) : null;
    }
}
