package org.depesche.bootstrap.openapi.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.media.Schema;

/** Visits a schema and all schemas within it. References are not followed. */
final class NestedSchemas {

    private NestedSchemas() {
    }

    static void each(Schema schema, Consumer<Schema> visitor) {
        visitor.accept(schema);
        parts(schema).forEach(part -> each(part, visitor));
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(Optional.ofNullable(schema.getProperties()).map(Map::values), Optional.ofNullable(schema.getAllOf()),
                Optional.ofNullable(schema.getAnyOf()), Optional.ofNullable(schema.getOneOf()),
                Optional.ofNullable(schema.getItems()).map(List::of),
                Optional.ofNullable(schema.getAdditionalPropertiesSchema())
                        .map(List::of))
                .flatMap(Optional::stream).flatMap(Collection::stream);
    }
}
