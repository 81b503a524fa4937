package org.depesche.bootstrap.openapi;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Which operations caches keep long enough to be told of a change, as their endpoints say it: not what is made of the whole
 * log, nor what nobody may keep.
 */
final class PurgeableOperations {

    private static final Set<String> UNPURGED = Set.of(Freshness.CHANGES.name(), Freshness.NEVER.name());

    private final Set<String> unpurged;

    PurgeableOperations(IndexView code) {
        this.unpurged = code.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
                .filter(said -> freshness(said.target().asMethod()).anyMatch(UNPURGED::contains))
                .map(said -> said.value("operationId")).filter(Objects::nonNull).map(AnnotationValue::asString)
                .collect(Collectors.toSet());
    }

    boolean contains(Operation operation) {
        return !unpurged.contains(operation.getOperationId());
    }

    private static Stream<String> freshness(MethodInfo endpoint) {
        return Stream.of(endpoint.annotation(Fresh.class), endpoint.declaringClass().declaredAnnotation(Fresh.class))
                .filter(Objects::nonNull).map(AnnotationInstance::value).map(AnnotationValue::asEnum).limit(1);
    }
}
