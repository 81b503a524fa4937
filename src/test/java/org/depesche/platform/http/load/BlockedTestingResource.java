package org.depesche.platform.http.load;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** Occupies a worker thread until the test lets it go. */
@Path("/v1/testing-blocked/{number}")
@PermitAll
class BlockedTestingResource {

    private static final AtomicInteger WAITING = new AtomicInteger();
    private static final AtomicInteger ENTERED = new AtomicInteger();
    private static volatile CountDownLatch latch = new CountDownLatch(0);

    static int waiting() {
        return WAITING.get();
    }

    /** How many requests there have been since it was closed. */
    static int entered() {
        return ENTERED.get();
    }

    static void close() {
        ENTERED.set(0);
        latch = new CountDownLatch(1);
    }

    static void open() {
        latch.countDown();
    }

    @GET
    @Operation(hidden = true)
    public String waitForTheTest() throws InterruptedException {
        WAITING.incrementAndGet();
        ENTERED.incrementAndGet();
        try {
            latch.await();
            return "done";
        } finally {
            WAITING.decrementAndGet();
        }
    }
}
