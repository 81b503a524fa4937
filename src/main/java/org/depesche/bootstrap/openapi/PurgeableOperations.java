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
 * Finds the operations whose cached responses are purged after a change. Responses of the change log and uncacheable
 * responses are not purged.
 */
final class PurgeableOperations {

    private static final Set<String> UNPURGED_FRESHNESS = Set.of(Freshness.CHANGES.name(), Freshness.NEVER.name());

    private final Set<String> unpurged;

    PurgeableOperations(IndexView code) {
        this.unpurged = code.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
                .filter(annotation -> freshness(annotation.target().asMethod()).anyMatch(UNPURGED_FRESHNESS::contains))
                .map(annotation -> annotation.value("operationId")).filter(Objects::nonNull).map(AnnotationValue::asString)
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
