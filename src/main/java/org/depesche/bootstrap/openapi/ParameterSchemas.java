package org.depesche.bootstrap.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.depesche.bootstrap.openapi.EndpointParameters.Declaration;
import org.depesche.bootstrap.openapi.schema.Operations;
import org.depesche.platform.http.request.ParameterType.ParameterSchema;
import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Describes each query parameter by its declaration. In the endpoints parameters are raw text, so that all mistakes of a
 * request are found at once; clients see numbers, flags and words.
 */
final class ParameterSchemas {

    private ParameterSchemas() {
    }

    static void apply(OpenAPI document, EndpointParameters endpoints) {
        Operations.each(document, described -> {
            var parameters = Optional.ofNullable(described.operation().getParameters()).orElse(List.of());
            endpoints.of(described.operation().getOperationId()).values()
                    .forEach(declared -> describe(find(parameters, declared.name()), declared));
        });
    }

    private static Parameter find(List<Parameter> parameters, String name) {
        return parameters.stream().filter(each -> each.getIn() == Parameter.In.QUERY && each.getName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The document lacks the query parameter " + name));
    }

    /** Sets the members in the order of the scanner, which writes the description before the name. */
    private static void describe(Parameter parameter, Declaration declared) {
        var documentation = declared.parameter().documentation();
        var form = declared.parameter().values().schema();
        parameter.name(null).in(null).schema(null).description(documentation.description())
                .example(example(form, documentation.example()))
                .required(documentation.isRequired() ? true : null).name(declared.name()).in(Parameter.In.QUERY)
                .schema(schema(form).defaultValue(declared.otherwise()));
        if (form.isList()) {
            // Commas mean any of. By default a client would repeat the parameter, which means all of.
            parameter.style(Parameter.Style.FORM).explode(false);
        }
    }

    private static Object example(ParameterSchema form, String text) {
        return form.isList() ? List.of(text.split(",")) : switch (form.type()) {
            case INTEGER, LONG -> Long.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case STRING, UUID -> text;
        };
    }

    private static Schema schema(ParameterSchema form) {
        return form.isList() ? OASFactory.createSchema().addType(SchemaType.ARRAY).items(value(form)).minItems(1)
                .maxItems(QueryParameters.MAX_VALUES) : value(form);
    }

    private static Schema value(ParameterSchema form) {
        var schema = OASFactory.createSchema();
        if (form.min() != null) {
            schema.minimum(BigDecimal.valueOf(form.min()));
        }
        if (form.max() != null && form.type() == ParameterSchema.Type.STRING) {
            schema.maxLength(form.max().intValue());
        } else if (form.max() != null) {
            schema.maximum(BigDecimal.valueOf(form.max()));
        }
        if (!form.words().isEmpty()) {
            schema.enumeration(List.copyOf(form.words()));
        }
        return switch (form.type()) {
            case INTEGER -> schema.addType(SchemaType.INTEGER);
            case LONG -> schema.addType(SchemaType.INTEGER).format("int64");
            case BOOLEAN -> schema.addType(SchemaType.BOOLEAN);
            case STRING -> schema.addType(SchemaType.STRING);
            case UUID -> schema.addType(SchemaType.STRING).format("uuid");
        };
    }
}
