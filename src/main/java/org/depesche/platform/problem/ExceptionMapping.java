package org.depesche.platform.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;

/** Maps any exception to a problem. An unknown exception is an {@code internal-error}. */
final class ExceptionMapping {

    /** max_statement_time, lock wait timeout, deadlock, too many connections, server shutdown. */
    private static final Set<Integer> TRANSIENT_ERROR_CODES = Set.of(1969, 1205, 1213, 1040, 1053, 1203, 1226);
    /** Disk full, table full, a write failed, an error of the storage engine (28 is a full disk), read only. */
    private static final Set<Integer> STORAGE_ERROR_CODES = Set.of(1021, 1114, 1026, 1030, 1290, 1836);
    private static final int MAX_CAUSES = 50;
    private static final String RETRY_SECONDS = "5";

    private ExceptionMapping() {
    }

    static Problem of(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationException) {
            return unauthenticated();
        }
        if (failure instanceof ForbiddenException) {
            return new Problem(ProblemType.FORBIDDEN, "The role of this key is too small for this.");
        }
        if (failure instanceof WebApplicationException rejection) {
            return ofWebApplicationException(rejection);
        }
        if (failure instanceof HttpException rejection) {
            return ofStatus(rejection.getStatusCode());
        }
        return causes(failure).stream().map(ExceptionMapping::ofCause).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> ofStatus(500));
    }

    /** Returns the problem of a status that the server chose without an exception. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> unauthenticated();
            case 403 -> new Problem(ProblemType.FORBIDDEN, "This is not allowed.");
            case 404 -> new Problem(ProblemType.NOT_FOUND, "Nothing public is at this address.");
            case 405 -> new Problem(ProblemType.METHOD_NOT_ALLOWED, "This address does not take this method.");
            case 406 -> new Problem(ProblemType.NOT_ACCEPTABLE, "Accept rules out every form this address has.");
            case 413 -> new Problem(ProblemType.TOO_LARGE, "The body is larger than this address takes.");
            case 414 -> new Problem(ProblemType.URI_TOO_LONG, "The address is too long.");
            case 415 -> new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "This address does not read this Content-Type.");
            case 429 -> new Problem(ProblemType.TOO_MANY_REQUESTS, "Too many requests.");
            case 431 -> new Problem(ProblemType.HEADERS_TOO_LARGE, "The headers are too large.");
            case 502, 503, 504 -> unavailable("The service cannot answer now.");
            default -> status >= 400 && status < 500
                    ? new Problem(ProblemType.MALFORMED_REQUEST, "The request cannot be understood.")
                    : new Problem(ProblemType.INTERNAL_ERROR, "Something went wrong here. The trace id finds it in the logs.");
        };
    }

    private static Problem ofWebApplicationException(WebApplicationException rejection) {
        var isMalformedJson = rejection.getCause() instanceof JsonProcessingException
                && rejection.getResponse().getStatus() == 400;
        var problem = isMalformedJson ? new Problem(ProblemType.MALFORMED_BODY, "The body is not the JSON this address reads.")
                : ofStatus(rejection.getResponse().getStatus());
        var allow = rejection.getResponse().getHeaderString("Allow");
        return allow == null ? problem : problem.header("Allow", allow);
    }

    private static Problem unauthenticated() {
        return new Problem(ProblemType.UNAUTHENTICATED, "Send Authorization: Bearer with a valid API key.")
                .header("WWW-Authenticate", "Bearer realm=\"Depesche\"");
    }

    private static Problem unavailable(String detail) {
        return new Problem(ProblemType.UNAVAILABLE, detail).header("Retry-After", RETRY_SECONDS);
    }

    private static Optional<Problem> ofCause(Throwable cause) {
        if (cause instanceof Problem problem) {
            return Optional.of(problem);
        }
        if (cause instanceof SQLException database && STORAGE_ERROR_CODES.contains(database.getErrorCode())
                || cause instanceof IOException && String.valueOf(cause.getMessage()).contains("No space left")) {
            return Optional.of(unavailable("The service cannot store anything now."));
        }
        return cause instanceof SQLException database && isTransient(database)
                ? Optional.of(unavailable("The database cannot answer now."))
                : Optional.empty();
    }

    private static boolean isTransient(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientException || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || TRANSIENT_ERROR_CODES.contains(failure.getErrorCode()) || state.startsWith("08") || state.startsWith("40")
                // Agroal says only this, in two spellings, when no connection came free in time.
                || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }

    /** The failure, its causes and what they suppressed: a failed commit has its reason among the latter. */
    private static Set<Throwable> causes(Throwable failure) {
        var found = Collections.<Throwable> newSetFromMap(new IdentityHashMap<>());
        var ordered = new LinkedHashSet<Throwable>();
        var open = new ArrayDeque<Throwable>(List.of(failure));
        while (!open.isEmpty() && ordered.size() < MAX_CAUSES) {
            var next = open.remove();
            if (found.add(next)) {
                ordered.add(next);
                Optional.ofNullable(next.getCause()).ifPresent(open::add);
                open.addAll(List.of(next.getSuppressed()));
            }
        }
        return ordered;
    }
}
