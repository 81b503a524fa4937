package org.depesche.platform.http;

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

import org.depesche.kernel.Nearest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that are unknown, empty, or repeated where that has no meaning. Endpoints that read their values
 * through {@link Inputs} tell these mistakes together with their own; for all others they are told here.
 */
class ParameterFilter {

    static final String MIN_SEQUENCE = "minSequence";
    private static final int MOST_ERRORS = 20;

    private final Inputs inputs;
    private final Map<Method, Endpoint> endpoints = new ConcurrentHashMap<>();

    ParameterFilter(Inputs inputs) {
        this.inputs = inputs;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var query = QueryString.of(request.getUriInfo().getRequestUri().getRawQuery());
        if (query.values().isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var endpoint = endpoints.computeIfAbsent(resource.getResourceMethod(), Endpoint::of);
        var area = Area.of(request.getUriInfo().getPath());
        query.values().entrySet().stream().filter(entry -> !area.ignores(entry.getKey()))
                .limit(MOST_ERRORS).forEach(entry -> {
                    if (area.isPublic() && entry.getKey().equals(MIN_SEQUENCE)) {
                        checkMinSequence(entry.getValue());
                    } else {
                        check(endpoint.known(), entry.getKey(), entry.getValue());
                    }
                });
        if (!endpoint.tells(request.getMethod())) {
            inputs.verify();
        }
    }

    /** Every public address takes it. */
    private void checkMinSequence(List<String> values) {
        if (values.size() > 1) {
            inputs.reject(MIN_SEQUENCE, repeated(MIN_SEQUENCE, values));
        } else if (!values.get(0).matches(SequenceFilter.NUMBER)) {
            inputs.reject(MIN_SEQUENCE, "`minSequence` is a whole number from 0.");
        }
    }

    private void check(KnownParameters known, String name, List<String> values) {
        var repeatable = known.repeatable().get(name);
        if (repeatable == null) {
            inputs.reject(name, unknown(known, name));
        } else if (values.stream().anyMatch(String::isBlank)) {
            inputs.reject(name, "`" + name + "` is empty. Leave it out or give it a value.");
        } else if (values.size() > 1 && !repeatable) {
            inputs.reject(name, repeated(name, values));
        }
    }

    private static String repeated(String name, List<String> values) {
        return "`" + name + "` is given " + values.size() + " times; it may be given once.";
    }

    private static String unknown(KnownParameters known, String name) {
        var shown = "`" + (name.length() > 64 ? name.substring(0, 64) + "…" : name) + "`";
        var names = new TreeSet<>(known.repeatable().keySet());
        return Nearest.of(name, names).map(near -> shown + " is not a parameter of this address. Did you mean `" + near + "`?")
                .orElse(shown + " is not a parameter of this address; it takes "
                        + (names.isEmpty() ? "none." : "`" + String.join("`, `", names) + "`."));
    }

    /** @param handsOn a method that writes, and gives what is found here to the form of its body */
    private record Endpoint(KnownParameters known, boolean readsInputs, boolean handsOn) {

        /**
         * What is refused must not have been done: only a read may find its mistakes out by and by. Who takes no parameters
         * does not look for mistakes in them.
         */
        boolean tells(String method) {
            return Set.of("GET", "HEAD").contains(method) ? readsInputs && !known.repeatable().isEmpty() : handsOn;
        }

        static Endpoint of(Method method) {
            var makers = Arrays.stream(method.getDeclaringClass().getDeclaredConstructors());
            var reads = Stream.concat(Stream.of(method), makers).map(Executable::getParameterTypes).flatMap(Arrays::stream)
                    .anyMatch(Inputs.class::equals);
            var says = method.getDeclaringClass().isAnnotationPresent(ReadsInputs.class);
            var itself = method.isAnnotationPresent(ReadsInputs.class);
            return new Endpoint(KnownParameters.of(method), reads || says || itself, itself);
        }
    }
}
