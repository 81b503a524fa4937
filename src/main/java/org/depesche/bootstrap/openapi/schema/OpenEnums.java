package org.depesche.bootstrap.openapi.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes each word that may get more values within v1 as a string with {@code x-extensible-enum}. The words come from
 * the Java enum that the member's {@code @Schema} names as its implementation.
 *
 * <p>An {@code anyOf} of the words and any string is the usual alternative. Generators make empty classes of it.
 */
public final class OpenEnums {

    private static final String WORDS = "x-extensible-enum";
    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, List<Object>> enums = new LinkedHashMap<>();

    private OpenEnums(Components components) {
        components.getSchemas().forEach((name, schema) -> {
            if (schema.getEnumeration() != null) {
                enums.put(PREFIX + name, schema.getEnumeration());
            }
        });
    }

    public static void apply(Components components) {
        var open = new OpenEnums(components);
        open.enums.keySet().forEach(reference -> components.removeSchema(reference.substring(PREFIX.length())));
        components.getSchemas().values().forEach(schema -> NestedSchemas.each(schema, open::open));
        components.getSchemas().get("Problem").addProperty("type", problemType());
    }

    private void open(Schema schema) {
        var words = schema.getEnumeration() == null ? enums.get(schema.getRef()) : schema.getEnumeration();
        if (words != null) {
            schema.setRef(null);
            schema.setEnumeration(null);
            schema.setType(new ArrayList<>(List.of(Schema.SchemaType.STRING)));
            schema.addExtension(WORDS, words);
        }
    }

    private static Schema problemType() {
        var types = List.of(ProblemType.values()).stream().map(type -> "/problems/" + type.slug()).toList();
        var schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("uri-reference")
                .description("Names the kind of failure and resolves to a page about it; more kinds may come");
        schema.addExtension(WORDS, types);
        return schema;
    }
}
