package org.depesche.platform.idempotency;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.annotation.JsonValue;

/** Counts its calls, for tests only. A client that gets a number twice got a stored response. */
@Path("/v1/editorial/test-counting")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("reader")
@Singleton
class CountingResource {

    /** A test sets this latch to hold a request in the endpoint. */
    static volatile CountDownLatch arrived = new CountDownLatch(0);
    static volatile CountDownLatch released = new CountDownLatch(0);

    private static final AtomicInteger DONE = new AtomicInteger();

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response count(String body, @RestQuery String step) throws InterruptedException {
        var number = DONE.incrementAndGet();
        arrived.countDown();
        if (!released.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody let go");
        }
        return Response.created(URI.create("https://api.example.org/things/" + number)).tag("v" + number)
                .header("Depesche-Sequence", number).header("X-Other", number).entity(Map.of("number", number, "body", body))
                .build();
    }

    @POST
    @Path("/nothing")
    @Idempotent
    @Operation(hidden = true)
    public Response nothing() {
        return Response.noContent().header("Depesche-Sequence", DONE.incrementAndGet()).build();
    }

    @POST
    @Path("/refusing")
    @Idempotent
    @Operation(hidden = true)
    public Response refuse() {
        throw new Problem(ProblemType.CONFLICT, "Number " + DONE.incrementAndGet());
    }

    @POST
    @Path("/failing")
    @Idempotent
    @Operation(hidden = true)
    public Response fail() {
        throw new Problem(ProblemType.UNAVAILABLE, "Number " + DONE.incrementAndGet());
    }

    /** Does its work, but its response cannot be written. */
    @POST
    @Path("/unwritable")
    @Idempotent
    @Operation(hidden = true)
    public Response unwritable() {
        return Response.ok(new Unwritable()).build();
    }

    static final class Unwritable {

        @JsonValue
        public String text() {
            throw new IllegalStateException("Number " + DONE.incrementAndGet());
        }
    }

    @POST
    @Path("/secret")
    @Idempotent(secret = true)
    @Operation(hidden = true)
    public Map<String, String> secret() {
        return Map.of("secret", "open-sesame-" + DONE.incrementAndGet());
    }

    @POST
    @Path("/long")
    @Idempotent
    @Operation(hidden = true)
    public Map<String, String> longAnswer() {
        return Map.of("text", "long ".repeat(2_000_000), "number", "" + DONE.incrementAndGet());
    }
}
