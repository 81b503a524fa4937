package org.depesche.platform.problem;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** Maps every exception of an endpoint to a problem document. */
class ProblemMapper {

    private static final String EDITORIAL = "/v1/editorial/";

    private final CurrentVertxRequest requests;
    private final RequestBodyMediaTypes acceptedTypes;

    ProblemMapper(CurrentVertxRequest requests, RequestBodyMediaTypes acceptedTypes) {
        this.requests = requests;
        this.acceptedTypes = acceptedTypes;
    }

    /**
     * Names some exception types, because the framework has its own mappers for them, which win over a mapper of
     * Throwable.
     */
    @ServerExceptionMapper({ Throwable.class, WebApplicationException.class, NotFoundException.class,
            NotAllowedException.class, NotAcceptableException.class, NotSupportedException.class,
            UnauthorizedException.class, AuthenticationFailedException.class, ForbiddenException.class })
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException passthrough && passthrough.getResponse().getStatus() < 400) {
            return passthrough.getResponse();
        }
        var request = requests.getCurrent();
        var problem = ExceptionMapping.of(isBeforeAuthentication(failure, request.request()) ? new UnauthorizedException()
                : failure);
        if (problem.type() == ProblemType.UNSUPPORTED_MEDIA_TYPE && problem.headers().isEmpty()) {
            problem = withAcceptedTypes(problem, request.request());
        }
        var traceId = TraceId.of(request);
        FailureLog.log(failure, problem, request);
        var response = Response.status(problem.type().status()).type(ProblemDocument.MEDIA_TYPE)
                .entity(ProblemDocument.of(problem, request.request().path(), traceId));
        problem.headers().forEach(response::header);
        return response.build();
    }

    /** The framework compares media types before it authenticates. A caller without a key gets a 401 nevertheless. */
    private static boolean isBeforeAuthentication(Throwable failure, HttpServerRequest request) {
        return (failure instanceof NotSupportedException || failure instanceof NotAcceptableException)
                && request.path().startsWith(EDITORIAL) && request.getHeader("Authorization") == null;
    }

    /** Adds the accepted media types: RFC 9110, section 15.5.16, and RFC 5789, section 2.2. */
    private Problem withAcceptedTypes(Problem problem, HttpServerRequest request) {
        var types = String.join(", ", acceptedTypes.of(request.method().name(), request.path()));
        if (types.isEmpty()) {
            return problem;
        }
        var extended = new Problem(problem.type(), problem.detail() + " It reads " + types + ".").header("Accept", types);
        return request.method().equals(HttpMethod.PATCH) ? extended.header("Accept-Patch", types) : extended;
    }
}
