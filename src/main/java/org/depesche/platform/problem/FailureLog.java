package org.depesche.platform.problem;

import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;

/** Logs each server error once: an unexpected one with its stack trace, a deliberate 5xx response in one line. */
final class FailureLog {

    private FailureLog() {
    }

    static void log(@Nullable Throwable failure, Problem problem, RoutingContext request) {
        var path = redacted(request.request().path());
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            Log.errorf(failure, "Request failed traceId=%s path=%s", TraceId.of(request), path);
        } else if (problem.type().status() >= 500) {
            Log.warnf("Request refused traceId=%s path=%s reason=%s", TraceId.of(request), path, reason(failure, problem));
        }
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
