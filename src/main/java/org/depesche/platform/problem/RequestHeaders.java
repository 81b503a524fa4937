package org.depesche.platform.problem;

import java.util.List;
import java.util.Optional;

import io.vertx.core.http.HttpServerRequest;

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
        return hasValidHost(request) ? Optional.empty() : Optional.of(malformed("A request has exactly one valid Host."));
    }

    /** RFC 9112, section 3.2. HTTP/1.0 may leave it out, and HTTP/2 has {@code :authority} instead. */
    private static boolean hasValidHost(HttpServerRequest request) {
        var hosts = request.headers().getAll("Host");
        return switch (request.version()) {
            case HTTP_1_0 -> hosts.isEmpty() || isValidHost(hosts, request);
            case HTTP_1_1 -> isValidHost(hosts, request);
            default -> true;
        };
    }

    private static boolean isValidHost(List<String> hosts, HttpServerRequest request) {
        return hosts.size() == 1 && !hosts.get(0).isBlank() && request.authority() != null;
    }

    private static Problem malformed(String detail) {
        return new Problem(ProblemType.MALFORMED_REQUEST, detail);
    }
}
