package org.depesche.bootstrap.openapi.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Writes patterns as JSON Schema reads them. The scanner copies the patterns of paths, which match a whole value; those of a
 * schema match any part of it, unless they are anchored. A choice of words becomes an enum.
 */
public final class PatternNormalizer {

    private static final Pattern WORDS = Pattern.compile("\\w+(\\|\\w+)+");

    private PatternNormalizer() {
    }

    public static void apply(OpenAPI document) {
        document.getComponents().getSchemas().values()
                .forEach(schema -> NestedSchemas.each(schema, PatternNormalizer::anchor));
        Operations.each(document, described -> Optional.ofNullable(described.operation().getParameters()).orElse(List.of())
                .stream().flatMap(parameter -> Optional.ofNullable(parameter.getSchema()).stream())
                .forEach(schema -> NestedSchemas.each(schema, PatternNormalizer::anchor)));
    }

    private static void anchor(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern == null || pattern.startsWith("^")) {
            return;
        }
        if (WORDS.matcher(pattern).matches()) {
            schema.pattern(null).enumeration(List.of((Object[]) pattern.split("\\|")));
        } else {
            schema.setPattern("^" + (pattern.contains("|") ? "(" + pattern + ")" : pattern) + "$");
        }
    }
}
