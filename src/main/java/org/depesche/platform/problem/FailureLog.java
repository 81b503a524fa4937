package org.depesche.platform.problem;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;

/**
 * Logs server errors: an unexpected one with its stack trace, a deliberate 5xx response in one line. Of many such responses,
 * one line an interval says how many there were, so that an attack does not fill the disk.
 */
final class FailureLog {

    private static final long REFUSAL_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();
    private static final AtomicLong NEXT_REFUSAL = new AtomicLong(System.nanoTime());
    private static final AtomicLong UNLOGGED_REFUSALS = new AtomicLong();

    private FailureLog() {
    }

    static void log(@Nullable Throwable failure, Problem problem, RoutingContext request) {
        var path = redacted(request.request().path());
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            Log.errorf(failure, "Request failed traceId=%s path=%s", TraceId.of(request), path);
        } else if (isRefusal(problem.type())) {
            logRefusal("traceId=%s path=%s reason=%s".formatted(TraceId.of(request), path, reason(failure, problem)));
        }
    }

    /** Whether the service could not answer. A format that it does not know (501) is a mistake of the client. */
    static boolean isRefusal(ProblemType type) {
        return type.status() > ProblemType.NOT_IMPLEMENTED.status();
    }

    private static void logRefusal(String refusal) {
        var now = System.nanoTime();
        var next = NEXT_REFUSAL.get();
        if (now - next < 0 || !NEXT_REFUSAL.compareAndSet(next, now + REFUSAL_INTERVAL_NANOS)) {
            UNLOGGED_REFUSALS.incrementAndGet();
            return;
        }
        Log.warnf("Request refused %s unloggedBefore=%d", refusal, UNLOGGED_REFUSALS.getAndSet(0));
    }

    /** Removes the token of a preview link, which is a secret. */
    private static String redacted(String path) {
        return path.replaceFirst("^(/v1/preview/).*", "$1…");
    }

    private static String reason(@Nullable Throwable failure, Problem problem) {
        var deepest = failure;
        while (deepest != null && deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest == null ? problem.detail() : String.valueOf(deepest.getMessage());
    }
}
