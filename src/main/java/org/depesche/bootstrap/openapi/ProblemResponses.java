package org.depesche.bootstrap.openapi;

import java.util.List;

import org.depesche.platform.problem.ProblemDocument;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds the error responses of all operations by general rules. A response that an endpoint declares itself is kept.
 */
final class ProblemResponses {

    private static final String SCHEMA = "Problem";
    private static final String OEMBED = "/oembed";
    private static final String REFERENCE = "#/components/schemas/" + SCHEMA;
    private static final List<String> DOCUMENTED = List.of("/v1/", "/feeds/", "/embed/", "/.well-known/", OEMBED,
            "/websub");
    private static final List<HttpMethod> WRITING = List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH,
            HttpMethod.DELETE);
    private static final String REDIRECTED_PATHS = "/(v1|feeds)/(articles|categories|tags|authors|collections)"
            + "/\\{(ref|slug)}(.+)?";

    private ProblemResponses() {
    }

    static void apply(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            if (DOCUMENTED.stream().anyMatch(path::startsWith)) {
                addProblems(path, method, operation);
            }
        }));
    }

    private static void addProblems(String path, HttpMethod method, Operation operation) {
        var isSecured = operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        addProblem(operation, true, "400", hasBody(operation) ? "The body or a parameter is wrong; `errors` names every mistake"
                : "A parameter is wrong; `errors` names every mistake");
        addProblem(operation, isSecured, "401", "No valid key");
        addProblem(operation, isSecured, "403", "The key is valid, but its role is too small");
        addProblem(operation, path.contains("{") || path.equals("/v1/resolve") || path.equals(OEMBED), "404",
                "There is nothing at this address");
        addProblem(operation, isSecured && WRITING.contains(method), "409", "In conflict with the present state");
        addProblem(operation, path.equals("/v1/changes"), "410", "`since` is before what the log keeps: read everything again");
        addProblem(operation, path.startsWith("/v1/images/{"), "410", "The rights to show the image have expired");
        addProblem(operation, takes(operation, "If-Match"), "412", "`If-Match` names a version that is not the present one");
        addProblem(operation, hasBody(operation), "413", "The body is too large");
        addProblem(operation, hasBody(operation), "415", "The body is of a type that is not read here");
        addProblem(operation, takes(operation, "Idempotency-Key"), "422", "The `Idempotency-Key` was used for another request");
        addProblem(operation, takes(operation, "If-Match"), "428", "`If-Match` is missing");
        addProblem(operation, true, "429", "Too many requests: `Retry-After` says when to come back");
        operation.getResponses().getAPIResponse("429").addHeader("Retry-After", OASFactory.createHeader()
                .description("Seconds to wait").schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
        addProblem(operation, path.equals(OEMBED), "501", "There is no such format");
        addProblem(operation, true, "default", "Any other failure, as 405, 406, 500 or 503");
        if (method == HttpMethod.GET && !isSecured && path.matches(REDIRECTED_PATHS)) {
            addResponse(operation, "301", OASFactory.createAPIResponse()
                    .description("A former slug: `Location` is the address of today, with the query as it came")
                    .addHeader("Location", OASFactory.createHeader().description("The address of today")
                            .schema(string().format("uri"))));
        }
    }

    private static boolean hasBody(Operation operation) {
        return operation.getRequestBody() != null;
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null && operation.getParameters().stream()
                .anyMatch(parameter -> parameter.getIn() == Parameter.In.HEADER && header.equals(parameter.getName()));
    }

    private static void addProblem(Operation operation, boolean applies, String status, String description) {
        if (applies) {
            addResponse(operation, status, OASFactory.createAPIResponse().description(description)
                    .content(OASFactory.createContent().addMediaType(ProblemDocument.MEDIA_TYPE,
                            OASFactory.createMediaType().schema(OASFactory.createSchema().ref(REFERENCE)))));
        }
    }

    /** Replaces the empty 400, 401 and 403 that Quarkus adds, but no response that an endpoint describes. */
    private static void addResponse(Operation operation, String status, APIResponse response) {
        var declared = operation.getResponses().getAPIResponse(status);
        if (declared == null || declared.getContent() == null && declared.getHeaders() == null) {
            operation.getResponses().addAPIResponse(status, response);
        }
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
