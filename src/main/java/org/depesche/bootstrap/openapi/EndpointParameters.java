package org.depesche.bootstrap.openapi;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;

import org.depesche.content.article.IncludeProvider;
import org.depesche.platform.http.request.DeclaredParameters;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of each operation, as the code declares them: in the classes that the endpoint takes as
 * {@code @BeanParam}, and in the endpoint's own class. An {@link IncludeProvider} declares the parameters that it reads.
 */
final class EndpointParameters {

    private final Endpoints endpoints;
    private final Map<String, Declaration> ofIncludes = new TreeMap<>();

    EndpointParameters(IndexView code, Endpoints endpoints) {
        this.endpoints = endpoints;
        code.getAllKnownImplementations(IncludeProvider.class).stream().<Class<?>> map(Endpoints::load)
                .flatMap(EndpointParameters::declarations).forEach(each -> ofIncludes.put(each.name(), each));
    }

    /** A declaration for each query parameter that the endpoint takes, by name; fails for one that nothing declares. */
    Map<String, Declaration> of(String operationId) {
        return endpoints.of(operationId).map(endpoint -> of(operationId, endpoint)).orElse(Map.of());
    }

    private Map<String, Declaration> of(String operationId, Method endpoint) {
        var known = new TreeMap<>(ofIncludes);
        declarations(endpoint.getDeclaringClass()).forEach(each -> known.put(each.name(), each));
        var beans = Stream.of(endpoint.getParameters()).filter(parameter -> parameter.isAnnotationPresent(BeanParam.class))
                .<Class<?>> map(parameter -> parameter.getType()).toList();
        beans.stream().flatMap(EndpointParameters::declarations).forEach(each -> known.put(each.name(), each));
        var names = DeclaredParameters.of(endpoint).repeatable().keySet();
        requireSame(operationId, names, beans, known);
        known.keySet().retainAll(names);
        return known;
    }

    /** Ends the build for a parameter without a declaration, and for a declaration without a parameter. */
    private static void requireSame(String operationId, Collection<String> names, Collection<Class<?>> beans,
            Map<String, Declaration> known) {
        names.stream().filter(name -> !known.containsKey(name)).findFirst().ifPresent(name -> {
            throw new IllegalStateException("Nothing declares the query parameter " + name + " of " + operationId);
        });
        beans.stream().flatMap(EndpointParameters::declarations).filter(each -> !names.contains(each.name())).findFirst()
                .ifPresent(each -> {
                    throw new IllegalStateException(
                            "No query has the declared parameter " + each.name() + " of " + operationId);
                });
    }

    private static Stream<Declaration> declarations(Class<?> holder) {
        return Stream.of(holder.getDeclaredFields()).filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(EndpointParameters::value).flatMap(EndpointParameters::declaration);
    }

    private static Stream<Declaration> declaration(@Nullable Object value) {
        if (value instanceof WithDefault<?> declared) {
            return Stream.of(new Declaration(declared.parameter(), declared.isDependent() ? null : declared.shownDefault()));
        }
        return value instanceof QueryParameter<?> declared ? Stream.of(new Declaration(declared, null)) : Stream.empty();
    }

    private static @Nullable Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param otherwise the default as it stands in a query */
    record Declaration(QueryParameter<?> parameter, @Nullable Object otherwise) {

        String name() {
            return parameter.name();
        }
    }
}
