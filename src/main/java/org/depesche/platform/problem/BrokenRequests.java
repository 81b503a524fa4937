package org.depesche.platform.problem;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers what fails before or beside the endpoints: broken escapes in a path, a body the server cuts off, an unknown route.
 */
@ApplicationScoped
class BrokenRequests {

    private final ObjectMapper json;
    private final UsualHeaders headers;

    BrokenRequests(ObjectMapper json, UsualHeaders headers) {
        this.json = json;
        this.headers = headers;
    }

    void listen(@Observes Router router) {
        // First of all failure handlers: Quarkus' own would answer with a page of its own making.
        router.route().order(Integer.MIN_VALUE).handler(this::check).failureHandler(this::answer);
    }

    /** Quarkus would refuse these with an empty 400 of its own; {@code Main} takes that away. */
    private void check(RoutingContext request) {
        if (Target.isReadable(request.request().uri())) {
            request.next();
        } else {
            write(request, unreadable());
        }
    }

    private static Problem unreadable() {
        return new Problem(ProblemType.MALFORMED_REQUEST, "The address is not a URI in UTF-8 percent-encoding.");
    }

    private void answer(RoutingContext request) {
        if (request.response().headWritten() || isGone(request.failure())) {
            request.next();
            return;
        }
        var failure = request.failure();
        var problem = failure == null ? Diagnosis.ofStatus(request.statusCode()) : Diagnosis.of(failure);
        if (!Target.isReadable(request.request().uri())) {
            problem = unreadable(); // not even a path to route by: Vert.x fails before the check above
        }
        FailureLog.tell(failure, problem, request);
        write(request, problem);
    }

    private void write(RoutingContext request, Problem problem) {
        headers.add(request);
        var response = request.response().setStatusCode(problem.type().status())
                .putHeader("Content-Type", ProblemDocument.MEDIA_TYPE).putHeader("Cache-Control", "no-store");
        problem.headers().forEach(response::putHeader);
        var path = String.valueOf(request.request().path());
        response.end(written(ProblemDocument.of(problem, path, TraceId.of(request))));
    }

    private String written(ProblemDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof IOException;
    }
}
