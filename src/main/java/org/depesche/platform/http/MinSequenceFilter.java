package org.depesche.platform.http;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Depesche-Min-Sequence} or {@code minSequence} and delays the request until this node has reached that
 * sequence.
 */
public class MinSequenceFilter {

    public static final String HEADER = "Depesche-Min-Sequence";
    public static final String PARAMETER = "minSequence";
    public static final String NUMBER = "0|[1-9][0-9]{0,17}";

    private final ReadYourWrites readYourWrites;
    private final MinSequence minSequence;

    MinSequenceFilter(ReadYourWrites readYourWrites, MinSequence minSequence) {
        this.readYourWrites = readYourWrites;
        this.minSequence = minSequence;
    }

    @ServerRequestFilter
    public void await(ContainerRequestContext request) {
        if (!RouteGroup.of(request.getUriInfo().getPath()).isPublic()) {
            return;
        }
        var sequence = Math.max(header(request.getHeaderString(HEADER)), parameter(request));
        if (sequence > 0) {
            minSequence.set(sequence);
            readYourWrites.await(sequence);
        }
    }

    private static long header(@Nullable String value) {
        if (value != null && !value.matches(NUMBER)) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, HEADER + " is a whole number.");
        }
        return value == null ? 0 : Long.parseLong(value);
    }

    /** Ignores an invalid value here: it is reported together with the other parameters' errors. */
    private static long parameter(ContainerRequestContext request) {
        return Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst(PARAMETER))
                .filter(text -> text.matches(NUMBER)).map(Long::parseLong).orElse(0L);
    }
}
