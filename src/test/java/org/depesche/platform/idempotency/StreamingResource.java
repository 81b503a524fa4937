package org.depesche.platform.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.depesche.platform.access.Caller;
import org.depesche.platform.http.request.RequestBodyLimit;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Streams its body and stores its response itself, as imports do; for tests only. */
@Path("/v1/editorial/test-streaming")
@RolesAllowed("reader")
class StreamingResource {

    private static final String ROUTE = "/v1/editorial/test-streaming";
    private static final AtomicInteger DONE = new AtomicInteger();

    private final IdempotencyStore idempotency;
    private final Caller caller;

    StreamingResource(IdempotencyStore idempotency, Caller caller) {
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Consumes("application/x-ndjson")
    @RequestBodyLimit(100_000_000)
    @Operation(hidden = true)
    public Response take(InputStream body, @Context HttpHeaders headers) throws IOException {
        var key = IdempotencyKey.parseHeader(headers.getRequestHeader(IdempotencyKey.HEADER)).orElseThrow();
        var claim = idempotency.claim(new IdempotencyKey(caller.id(), "POST " + ROUTE, key));
        var digest = new RequestDigest("POST", ROUTE, String.valueOf(headers.getMediaType()));
        var length = digest.digestWhileReading(body).transferTo(java.io.OutputStream.nullOutputStream());
        if (claim instanceof Claim.Completed answered) {
            return answered.responseFor(digest.finish()).toReplayResponse();
        }
        var held = (Claim.Held) claim;
        idempotency.extend(held);
        var response = new StoredResponse(202, Map.of("Location", "https://api.example.org/imports/" + DONE.incrementAndGet()),
                String.valueOf(length).getBytes(StandardCharsets.UTF_8));
        idempotency.complete(held, digest.finish(), response);
        return Response.accepted(response.body()).header("Location", response.headers().get("Location")).build();
    }
}
