package org.depesche.platform.http.request;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Sends 406 if Accept excludes every media type of an endpoint by {@code q=0} (RFC 9110, section 12.4.2). The framework
 * ignores such exclusions.
 */
class AcceptFilter {

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var header = request.getHeaderString("Accept");
        if (header == null || !header.contains("q=0") && !header.contains("Q=0") || resource.getResourceMethod() == null) {
            return;
        }
        var method = resource.getResourceMethod();
        var produced = Optional.ofNullable(method.getAnnotation(Produces.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(Produces.class)));
        var ranges = ranges(header);
        if (produced.isPresent() && Arrays.stream(produced.get().value()).map(MediaType::valueOf)
                .noneMatch(type -> isAcceptable(type, ranges))) {
            throw new Problem(ProblemType.NOT_ACCEPTABLE, "Accept rules out every form this address has.");
        }
    }

    /** The most specific matching range decides. */
    private static boolean isAcceptable(MediaType type, List<MediaType> ranges) {
        return ranges.stream().filter(range -> range.isCompatible(type))
                .min(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype))
                .filter(range -> !range.getParameters().getOrDefault("q", "1").matches("0(\\.0{0,3})?")).isPresent();
    }

    private static List<MediaType> ranges(String header) {
        try {
            return Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")).map(String::strip).map(MediaType::valueOf)
                    .toList();
        } catch (IllegalArgumentException invalid) {
            throw new Problem(ProblemType.NOT_ACCEPTABLE, "Accept is no list of media types.");
        }
    }
}
