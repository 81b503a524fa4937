package org.depesche.bootstrap.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Types query parameters. In the code they are raw text, so that all mistakes of a request are found at once; callers and
 * generated clients should see numbers, flags and words.
 */
final class ParameterTypes {

    private static final Map<String, Supplier<Schema>> TYPES = types();

    private ParameterTypes() {
    }

    static void apply(OpenAPI document) {
        Operations.each(document, described -> {
            if (described.operation().getParameters() != null) {
                described.operation().getParameters().forEach(ParameterTypes::setType);
            }
        });
    }

    private static void setType(Parameter parameter) {
        if (isList(parameter)) {
            // alternatives stand in one value, between commas; each value is one more condition
            parameter.setExample(List.of(String.valueOf(parameter.getExample())));
            return;
        }
        var type = parameter.getIn() == Parameter.In.QUERY ? TYPES.get(parameter.getName()) : null;
        if (type == null) {
            return;
        }
        parameter.setSchema(type.get());
        parameter.setExample(typedExample(parameter));
    }

    private static boolean isList(Parameter parameter) {
        var types = parameter.getSchema() == null ? null : parameter.getSchema().getType();
        return types != null && types.contains(Schema.SchemaType.ARRAY);
    }

    private static Object typedExample(Parameter parameter) {
        var example = String.valueOf(parameter.getExample());
        return switch (parameter.getSchema().getType().get(0)) {
            case INTEGER -> Long.valueOf(example);
            case BOOLEAN -> Boolean.valueOf(example);
            default -> example;
        };
    }

    private static Map<String, Supplier<Schema>> types() {
        var types = new LinkedHashMap<String, Supplier<Schema>>();
        types.put("limit", () -> number(1, 100).defaultValue(15));
        types.put("latestLimit", () -> number(1, 20));
        types.put("relatedLimit", () -> number(0, 50).defaultValue(15));
        types.put("wait", () -> number(0, 60).defaultValue(0));
        types.put("since", () -> OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).format("int64")
                .minimum(BigDecimal.ZERO).defaultValue(0));
        types.put("minWidth", () -> OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).minimum(BigDecimal.ONE));
        List.of("total", "flat", "hasImage", "dryRun")
                .forEach(flag -> types.put(flag, () -> OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN)));
        types.put("sort", () -> words("-publishedAt", "publishedAt", "-updatedAt", "updatedAt").defaultValue("-publishedAt"));
        types.put("view", () -> words("card", "summary", "full"));
        types.put("relatedView", () -> words("card", "summary").defaultValue("summary"));
        types.put("strategy", () -> words("auto", "curated", "similar", "latest").defaultValue("auto"));
        types.put("relatedStrategy", () -> words("auto", "curated", "similar", "latest").defaultValue("auto"));
        types.put("advertising", () -> words("include", "exclude", "only").defaultValue("include"));
        types.put("orientation", () -> words("landscape", "portrait", "square"));
        types.put("unknownCategory", () -> words("reject", "create").defaultValue("reject"));
        return types;
    }

    private static Schema number(int least, int most) {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).minimum(BigDecimal.valueOf(least))
                .maximum(BigDecimal.valueOf(most));
    }

    private static Schema words(String... words) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).enumeration(List.of((Object[]) words));
    }
}
