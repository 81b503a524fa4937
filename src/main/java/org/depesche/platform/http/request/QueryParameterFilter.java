package org.depesche.platform.http.request;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.depesche.kernel.ClosestMatch;
import org.depesche.platform.http.MinSequenceFilter;
import org.depesche.platform.http.RouteGroup;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Rejects query parameters that are unknown, empty, or repeated without need. Endpoints that read values through {@link
 * QueryParameters} report these errors together with their own. For all other endpoints this filter reports the errors.
 */
class QueryParameterFilter {

    private static final int MAX_ERRORS = 20;

    private final QueryParameters parameters;
    private final Map<Method, Endpoint> endpoints = new ConcurrentHashMap<>();

    QueryParameterFilter(QueryParameters parameters) {
        this.parameters = parameters;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var query = QueryString.of(request.getUriInfo().getRequestUri().getRawQuery());
        if (query.values().isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var endpoint = endpoints.computeIfAbsent(resource.getResourceMethod(), Endpoint::of);
        var area = RouteGroup.of(request.getUriInfo().getPath());
        query.values().forEach((name, values) -> {
            if (area.ignoresParameter(name) || parameters.errorCount() >= MAX_ERRORS) {
                return;
            }
            if (area.isPublic() && name.equals(MinSequenceFilter.PARAMETER)) {
                checkMinSequence(values);
            } else {
                check(endpoint.declared(), name, values);
            }
        });
        if (!endpoint.reportsErrorsItself(request.getMethod())) {
            parameters.verify();
        }
    }

    /** Every public route accepts this parameter. */
    private void checkMinSequence(List<String> values) {
        if (values.size() > 1) {
            parameters.reject(MinSequenceFilter.PARAMETER, repeatedMessage(MinSequenceFilter.PARAMETER, values));
        } else if (!values.get(0).matches(MinSequenceFilter.NUMBER)) {
            parameters.reject(MinSequenceFilter.PARAMETER, "`minSequence` is a whole number from 0.");
        }
    }

    private void check(DeclaredParameters declared, String name, List<String> values) {
        var repeatable = declared.repeatable().get(name);
        if (repeatable == null) {
            parameters.reject(name, unknownMessage(declared, name));
        } else if (values.stream().anyMatch(String::isBlank)) {
            parameters.reject(name, "`" + name + "` is empty. Leave it out or give it a value.");
        } else if (values.size() > 1 && !repeatable) {
            parameters.reject(name, repeatedMessage(name, values));
        }
    }

    private static String repeatedMessage(String name, List<String> values) {
        return "`" + name + "` is given " + values.size() + " times; it may be given once.";
    }

    private static String unknownMessage(DeclaredParameters declared, String name) {
        var quoted = "`" + (name.length() > 64 ? name.substring(0, 64) + "…" : name) + "`";
        var names = new TreeSet<>(declared.repeatable().keySet());
        return quoted + " is not a parameter of this address" + ParameterHints.of(name, names).map(hint -> "; " + hint)
                .or(() -> ClosestMatch.of(name, names).map(match -> ". Did you mean `" + match + "`?"))
                .orElse("; it takes " + (names.isEmpty() ? "none." : "`" + String.join("`, `", names) + "`."));
    }

    /**
     * @param collectsErrors whether the endpoint verifies the query parameters itself
     * @param passesErrorsToBody whether the endpoint writes, and reports the query's errors together with those of the
     *         body
     */
    private record Endpoint(DeclaredParameters declared, boolean collectsErrors, boolean passesErrorsToBody) {

        /**
         * Returns whether the endpoint reports the query's errors. Only a read may report them late: a rejected write
         * must not have changed anything. An endpoint without parameters never verifies them.
         */
        boolean reportsErrorsItself(String method) {
            return Set.of("GET", "HEAD").contains(method) ? collectsErrors && !declared.repeatable().isEmpty()
                    : passesErrorsToBody;
        }

        static Endpoint of(Method method) {
            var constructors = Arrays.stream(method.getDeclaringClass().getDeclaredConstructors());
            var injectsParameters = Stream.concat(Stream.of(method), constructors).map(Executable::getParameterTypes)
                    .flatMap(Arrays::stream)
                    .anyMatch(QueryParameters.class::equals);
            var isClassMarked = method.getDeclaringClass().isAnnotationPresent(CollectsErrors.class);
            var isMethodMarked = method.isAnnotationPresent(CollectsErrors.class);
            return new Endpoint(DeclaredParameters.of(method), injectsParameters || isClassMarked || isMethodMarked,
                    isMethodMarked);
        }
    }
}
