package org.depesche.platform.http.request;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.RestQuery;

/**
 * The query parameters that an endpoint declares on its method and on its {@link BeanParam} records.
 *
 * @param repeatable each parameter's name, and whether the parameter may be repeated
 */
public record DeclaredParameters(Map<String, Boolean> repeatable) {

    public static DeclaredParameters of(Method endpoint) {
        var repeatable = new TreeMap<String, Boolean>();
        collect(endpoint, repeatable);
        return new DeclaredParameters(repeatable);
    }

    /** The parameters that a record for {@code @BeanParam} declares. */
    static DeclaredParameters of(Class<?> bean) {
        var repeatable = new TreeMap<String, Boolean>();
        collect(bean, repeatable);
        return new DeclaredParameters(repeatable);
    }

    private static void collect(Executable executable, Map<String, Boolean> repeatable) {
        for (var parameter : executable.getParameters()) {
            queryName(parameter, parameter.getName())
                    .ifPresent(name -> repeatable.put(name, Collection.class.isAssignableFrom(parameter.getType())));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                collect(parameter.getType(), repeatable);
            }
        }
    }

    private static void collect(Class<?> bean, Map<String, Boolean> repeatable) {
        for (var field : bean.getDeclaredFields()) {
            queryName(field, field.getName())
                    .ifPresent(name -> repeatable.put(name, Collection.class.isAssignableFrom(field.getType())));
            if (field.isAnnotationPresent(BeanParam.class)) {
                collect(field.getType(), repeatable);
            }
        }
        Arrays.stream(bean.getDeclaredConstructors()).forEach(constructor -> collect(constructor, repeatable));
    }

    private static Optional<String> queryName(AnnotatedElement element, String name) {
        var standard = Optional.ofNullable(element.getAnnotation(QueryParam.class)).map(QueryParam::value);
        var resteasy = Optional.ofNullable(element.getAnnotation(RestQuery.class))
                .map(query -> query.value().isEmpty() ? name : query.value());
        return standard.or(() -> resteasy);
    }
}
