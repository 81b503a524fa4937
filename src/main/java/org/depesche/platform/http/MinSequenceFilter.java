package org.depesche.platform.http;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Reads {@code Depesche-Min-Sequence} or {@code minSequence} and holds the request until the node has seen that much. */
public class MinSequenceFilter {

    public static final String HEADER = "Depesche-Min-Sequence";
    public static final String PARAMETER = "minSequence";
    public static final String NUMBER = "0|[1-9][0-9]{0,17}";

    private final ReadYourWrites readYourWrites;
    private final MinSequence minSequence;

    MinSequenceFilter(ReadYourWrites gate, MinSequence demands) {
        this.readYourWrites = gate;
        this.minSequence = demands;
    }

    @ServerRequestFilter
    public void await(ContainerRequestContext request) {
        if (!RouteGroup.of(request.getUriInfo().getPath()).isPublic()) {
            return;
        }
        var demanded = Math.max(header(request.getHeaderString(HEADER)), parameter(request));
        if (demanded > 0) {
            minSequence.set(demanded);
            readYourWrites.await(demanded);
        }
    }

    private static long header(@Nullable String value) {
        if (value != null && !value.matches(NUMBER)) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, HEADER + " is a whole number.");
        }
        return value == null ? 0 : Long.parseLong(value);
    }

    /** A wrong one is told with the other parameters. */
    private static long parameter(ContainerRequestContext request) {
        return Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst(PARAMETER))
                .filter(text -> text.matches(NUMBER)).map(Long::parseLong).orElse(0L);
    }
}
