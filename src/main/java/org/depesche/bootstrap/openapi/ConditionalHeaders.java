package org.depesche.bootstrap.openapi;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;

import org.depesche.bootstrap.openapi.schema.Operations;
import org.depesche.bootstrap.openapi.schema.Operations.PathOperation;
import org.depesche.platform.idempotency.IdempotencyKey;
import org.depesche.platform.idempotency.Idempotent;
import org.depesche.platform.idempotency.IdempotentStream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;

/**
 * Describes the headers of conditional requests and of resources by what the code does: each GET is conditional, a method
 * with an {@code If-Match} changes one version, an {@link Idempotent} method or {@link IdempotentStream} takes a key, and 201
 * and 202 have a {@code Location}.
 */
final class ConditionalHeaders {

    private static final String IF_MATCH = "If-Match";
    private static final String ETAG_EXAMPLE = "\"AZKfPHoAfD6dbA0Pinsbxg-3\"";

    private ConditionalHeaders() {
    }

    static void apply(OpenAPI document, Endpoints endpoints) {
        Operations.each(document, described -> endpoints.of(described.operation().getOperationId())
                .ifPresent(endpoint -> describe(described, endpoint)));
    }

    private static void describe(PathOperation described, Method endpoint) {
        var operation = described.operation();
        if (described.isConditionalRead()) {
            operation.addParameter(header("If-None-Match",
                    "The `ETag` that you have, or several: 304 without a body while it still holds", ETAG_EXAMPLE));
            operation.getResponses().addAPIResponse("304", OASFactory.createAPIResponse()
                    .description("Unchanged since the `ETag` you sent").addHeader("ETag", eTag()));
        }
        if (endpoint.isAnnotationPresent(Idempotent.class) || endpoint.isAnnotationPresent(IdempotentStream.class)) {
            operation.addParameter(header(IdempotencyKey.HEADER, Idempotent.HEADER_DESCRIPTION, Idempotent.HEADER_EXAMPLE));
            key(operation).ifPresent(key -> key.getSchema().minLength(1).maxLength(IdempotencyKey.MAX_LENGTH));
        }
        parameter(operation, IF_MATCH).ifPresent(ifMatch -> ifMatch.description("The `ETag` of the version you read")
                .example(ETAG_EXAMPLE));
        operation.getResponses().getAPIResponses()
                .forEach((status, response) -> describe(described, endpoint, status, response));
    }

    private static void describe(PathOperation described, Method endpoint, String status, APIResponse response) {
        if (status.matches("201|202") && !described.path().equals("/websub")) { // the standard tells it to the callback alone
            response.addHeader("Location", header("The address of what was made", "uri"));
        }
        var isVersion = status.matches("200|201") && !described.isRead() && changesVersions(endpoint);
        if (isVersion && response.getContent() != null || described.isConditionalRead() && status.equals("200")) {
            response.addHeader("ETag", eTag());
        }
    }

    /** Whether the endpoint is one of a resource that has versions. */
    private static boolean changesVersions(Method endpoint) {
        return Stream.of(endpoint.getDeclaringClass().getDeclaredMethods())
                .flatMap(method -> Stream.of(method.getParameters()))
                .map(parameter -> parameter.getAnnotation(RestHeader.class))
                .anyMatch(header -> header != null && header.value().equals(IF_MATCH));
    }

    private static Optional<Parameter> key(Operation operation) {
        return parameter(operation, IdempotencyKey.HEADER);
    }

    private static Optional<Parameter> parameter(Operation operation, String name) {
        return Optional.ofNullable(operation.getParameters()).stream().flatMap(java.util.List::stream)
                .filter(parameter -> parameter.getIn() == Parameter.In.HEADER && name.equals(parameter.getName())).findFirst();
    }

    private static Parameter header(String name, String description, String example) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER).description(description).example(example)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static Header eTag() {
        return OASFactory.createHeader()
                .description("Stands for this version; send it back as `If-None-Match`, or as `If-Match` with a change")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static Header header(String description, String format) {
        return OASFactory.createHeader().description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).format(format));
    }
}
