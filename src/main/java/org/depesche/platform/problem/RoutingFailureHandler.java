package org.depesche.platform.problem;

import java.io.IOException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends problem documents for failures outside of endpoints: malformed escapes in a path, a body beyond the server's
 * limit, an unknown route.
 */
@ApplicationScoped
class RoutingFailureHandler {

    private final ObjectMapper json;
    private final EarlyFailureHeaders headers;

    RoutingFailureHandler(ObjectMapper json, EarlyFailureHeaders headers) {
        this.json = json;
        this.headers = headers;
    }

    void register(@Observes Router router) {
        // The first failure handler: Quarkus' handler would send an HTML page.
        router.route().order(Integer.MIN_VALUE).handler(this::checkTarget).failureHandler(this::handleFailure);
    }

    /** Rejects malformed targets. Quarkus would send an empty 400; {@code Main} disables that check. */
    private void checkTarget(RoutingContext request) {
        RequestHeaders.removeEmptyContentType(request.request());
        violation(request.request()).ifPresentOrElse(problem -> refuse(request, problem), request::next);
    }

    /** The end of such a request is uncertain, so that nothing after it is read. */
    private void refuse(RoutingContext request, Problem problem) {
        request.response().putHeader("Connection", "close");
        request.addEndHandler(ended -> request.request().connection().close());
        write(request, problem);
    }

    private static Optional<Problem> violation(HttpServerRequest request) {
        return RequestTarget.isValid(request.uri()) ? RequestHeaders.violation(request) : Optional.of(malformedTarget());
    }

    private static Problem malformedTarget() {
        return new Problem(ProblemType.MALFORMED_REQUEST,
                "The address is neither a path nor an http URL, in UTF-8 percent-encoding.");
    }

    private void handleFailure(RoutingContext request) {
        if (request.response().headWritten() || isConnectionClosed(request.failure())) {
            request.next();
            return;
        }
        // Vert.x fails before the check above when there is no path or no host to route by.
        var violation = violation(request.request());
        if (violation.isPresent()) {
            refuse(request, violation.get());
            return;
        }
        var failure = request.failure();
        var problem = failure == null ? ExceptionMapping.ofStatus(request.statusCode()) : ExceptionMapping.of(failure);
        FailureLog.log(failure, problem, request);
        write(request, problem);
    }

    private void write(RoutingContext request, Problem problem) {
        headers.add(request);
        var response = request.response().setStatusCode(problem.type().status())
                .putHeader("Content-Type", ProblemDocument.MEDIA_TYPE).putHeader("Cache-Control", "no-store");
        problem.headers().forEach(response::putHeader);
        var path = String.valueOf(request.request().path());
        response.end(toJson(ProblemDocument.of(problem, path, TraceId.of(request))));
    }

    private String toJson(ProblemDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isConnectionClosed(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof IOException;
    }
}
