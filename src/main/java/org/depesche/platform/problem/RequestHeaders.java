package org.depesche.platform.problem;

import java.util.List;
import java.util.Optional;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Validates the version and the headers that every later step relies on, before anything reads them. */
final class RequestHeaders {

    private static final String CONTENT_TYPE = "Content-Type";

    private RequestHeaders() {
    }

    /** Removes an empty {@code Content-Type}, because it states nothing. */
    static void removeEmptyContentType(HttpServerRequest request) {
        var type = request.headers().get(CONTENT_TYPE);
        if (type != null && type.isBlank()) {
            request.headers().remove(CONTENT_TYPE);
        }
    }

    /** Returns the problem of a request that HTTP forbids. */
    static Optional<Problem> violation(HttpServerRequest request) {
        // Vert.x has no word for other versions. 505 would look like a fault of this service in its statistics.
        if (request.version() == null) {
            return Optional.of(malformed("The request line names another version than HTTP/1.1 or HTTP/1.0."));
        }
        if (!hasValidHost(request)) {
            return Optional.of(malformed("A request has exactly one valid Host."));
        }
        return hasValidFraming(request) ? Optional.empty()
                : Optional.of(malformed("A body has one Content-Length, or the Transfer-Encoding chunked and no other."));
    }

    /**
     * RFC 9112, section 6.1. A coding that proxy and service understand differently would let one request hide in the body of
     * another.
     */
    private static boolean hasValidFraming(HttpServerRequest request) {
        var codings = request.headers().getAll("Transfer-Encoding");
        var lengths = request.headers().getAll("Content-Length");
        return codings.isEmpty() ? lengths.size() <= 1
                : codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked") && lengths.isEmpty()
                        && request.version() == HttpVersion.HTTP_1_1;
    }

    /**
     * RFC 9112, section 3.2. HTTP/2 has {@code :authority} instead. HTTP/1.0 may leave it out, as load balancers do in
     * their health checks. Other endpoints need it, because the framework makes the address of the request from it.
     */
    private static boolean hasValidHost(HttpServerRequest request) {
        var hosts = request.headers().getAll("Host");
        return switch (request.version()) {
            case HTTP_1_0 -> isValidHost(hosts, request) || hosts.isEmpty() && request.path().startsWith("/q/health");
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
