package org.depesche.bootstrap.openapi.schema;

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Declares that objects whose members another standard defines may have members of any name. Without this declaration, clients
 * that check types at runtime remove all of them.
 */
public final class OpenObjects {

    private OpenObjects() {
    }

    public static void apply(OpenAPI document) {
        document.getComponents().getSchemas().values().forEach(schema -> NestedSchemas.each(schema, OpenObjects::open));
        Operations.each(document, described -> described.operation().getResponses().getAPIResponses().values().stream()
                .flatMap(response -> schemas(response.getContent()))
                .forEach(schema -> NestedSchemas.each(schema, OpenObjects::open)));
    }

    private static Stream<Schema> schemas(Content content) {
        return Optional.ofNullable(content).stream().flatMap(known -> known.getMediaTypes().values().stream())
                .flatMap(type -> Optional.ofNullable(type.getSchema()).stream());
    }

    private static void open(Schema schema) {
        var types = schema.getType();
        if (schema.getRef() == null && types != null && types.contains(SchemaType.OBJECT)
                && schema.getAdditionalPropertiesSchema() == null
                && Stream.of(schema.getProperties(), schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                        .allMatch(part -> part == null)) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
        }
    }
}
