package org.depesche.bootstrap.openapi;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** The method behind each operation, whose annotations and parameters say what the operation does. */
final class Endpoints {

    private final Map<String, Method> methods = new HashMap<>();

    Endpoints(IndexView code) {
        code.getAnnotations(Operation.class).stream().filter(operation -> operation.value("operationId") != null)
                .forEach(operation -> methods.put(operation.value("operationId").asString(),
                        method(operation.target().asMethod())));
    }

    Optional<Method> of(@Nullable String operationId) {
        return Optional.ofNullable(methods.get(operationId));
    }

    private static Method method(MethodInfo endpoint) {
        return Arrays.stream(load(endpoint.declaringClass()).getDeclaredMethods())
                .filter(method -> method.getName().equals(endpoint.name())
                        && method.getParameterCount() == endpoint.parametersCount())
                .findFirst().orElseThrow();
    }

    static Class<?> load(ClassInfo type) {
        try {
            return Class.forName(type.name().toString(), true, Endpoints.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
