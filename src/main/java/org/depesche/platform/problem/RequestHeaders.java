package org.depesche.platform.problem;

import java.util.Optional;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Validates the headers that every later step relies on, before anything reads them. */
final class RequestHeaders {

    private static final String CONTENT_TYPE = "Content-Type";

    private RequestHeaders() {
    }

    /** Returns the problem of a request that HTTP forbids. An empty {@code Content-Type} is removed: it states nothing. */
    static Optional<Problem> violation(HttpServerRequest request) {
        var headers = request.headers();
        var type = headers.get(CONTENT_TYPE);
        if (type != null && type.isBlank()) {
            headers.remove(CONTENT_TYPE);
        }
        // RFC 9112, section 3.2
        var hosts = headers.getAll("Host");
        return request.version() == HttpVersion.HTTP_1_1 && (hosts.size() != 1 || hosts.get(0).isBlank())
                ? Optional.of(malformed("A request has exactly one Host."))
                : Optional.empty();
    }

    private static Problem malformed(String detail) {
        return new Problem(ProblemType.MALFORMED_REQUEST, detail);
    }
}
