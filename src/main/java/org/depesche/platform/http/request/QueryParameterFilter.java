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
 * Refuses query parameters that are unknown, empty, or repeated where that has no meaning. Endpoints that read their values
 * through {@link QueryParameters} tell these mistakes together with their own; for all others they are told here.
 */
class QueryParameterFilter {

    private static final int MAX_ERRORS = 20;

    private final QueryParameters parameters;
    private final Map<Method, Endpoint> endpoints = new ConcurrentHashMap<>();

    QueryParameterFilter(QueryParameters inputs) {
        this.parameters = inputs;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var query = QueryString.of(request.getUriInfo().getRequestUri().getRawQuery());
        if (query.values().isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var endpoint = endpoints.computeIfAbsent(resource.getResourceMethod(), Endpoint::of);
        var area = RouteGroup.of(request.getUriInfo().getPath());
        query.values().entrySet().stream().filter(entry -> !area.ignoresParameter(entry.getKey()))
                .limit(MAX_ERRORS).forEach(entry -> {
                    if (area.isPublic() && entry.getKey().equals(MinSequenceFilter.PARAMETER)) {
                        checkMinSequence(entry.getValue());
                    } else {
                        check(endpoint.declared(), entry.getKey(), entry.getValue());
                    }
                });
        if (!endpoint.reportsErrorsItself(request.getMethod())) {
            parameters.verify();
        }
    }

    /** Every public address takes it. */
    private void checkMinSequence(List<String> values) {
        if (values.size() > 1) {
            parameters.reject(MinSequenceFilter.PARAMETER, repeatedMessage(MinSequenceFilter.PARAMETER, values));
        } else if (!values.get(0).matches(MinSequenceFilter.NUMBER)) {
            parameters.reject(MinSequenceFilter.PARAMETER, "`minSequence` is a whole number from 0.");
        }
    }

    private void check(DeclaredParameters known, String name, List<String> values) {
        var repeatable = known.repeatable().get(name);
        if (repeatable == null) {
            parameters.reject(name, unknownMessage(known, name));
        } else if (values.stream().anyMatch(String::isBlank)) {
            parameters.reject(name, "`" + name + "` is empty. Leave it out or give it a value.");
        } else if (values.size() > 1 && !repeatable) {
            parameters.reject(name, repeatedMessage(name, values));
        }
    }

    private static String repeatedMessage(String name, List<String> values) {
        return "`" + name + "` is given " + values.size() + " times; it may be given once.";
    }

    private static String unknownMessage(DeclaredParameters known, String name) {
        var shown = "`" + (name.length() > 64 ? name.substring(0, 64) + "…" : name) + "`";
        var names = new TreeSet<>(known.repeatable().keySet());
        return ClosestMatch.of(name, names)
                .map(near -> shown + " is not a parameter of this address. Did you mean `" + near + "`?")
                .orElse(shown + " is not a parameter of this address; it takes "
                        + (names.isEmpty() ? "none." : "`" + String.join("`, `", names) + "`."));
    }

    /** @param handsOn a method that writes, and gives what is found here to the form of its body */
    private record Endpoint(DeclaredParameters declared, boolean collectsErrors, boolean passesErrorsToBody) {

        /**
         * What is refused must not have been done: only a read may find its mistakes out by and by. Who takes no parameters
         * does not look for mistakes in them.
         */
        boolean reportsErrorsItself(String method) {
            return Set.of("GET", "HEAD").contains(method) ? collectsErrors && !declared.repeatable().isEmpty()
                    : passesErrorsToBody;
        }

        static Endpoint of(Method method) {
            var makers = Arrays.stream(method.getDeclaringClass().getDeclaredConstructors());
            var reads = Stream.concat(Stream.of(method), makers).map(Executable::getParameterTypes).flatMap(Arrays::stream)
                    .anyMatch(QueryParameters.class::equals);
            var says = method.getDeclaringClass().isAnnotationPresent(CollectsErrors.class);
            var itself = method.isAnnotationPresent(CollectsErrors.class);
            return new Endpoint(DeclaredParameters.of(method), reads || says || itself, itself);
        }
    }
}
