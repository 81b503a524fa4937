package org.depesche.bootstrap.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.depesche.bootstrap.openapi.schema.Operations;
import org.depesche.bootstrap.openapi.schema.WithdrawnProblemSchema;
import org.depesche.platform.problem.ProblemDocument;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Shows a whole example of each response. Those of successful responses are real answers of the sample newsroom, in
 * {@code openapi-examples}, by operation and format; those of problems are made from the types of problems. Of NDJSON the
 * example is one line, as its schema is.
 */
final class ResponseExamples {

    private static final String JSON_FILE = "json";
    private static final Map<String, String> FILES = Map.ofEntries(Map.entry("application/json", JSON_FILE),
            Map.entry("application/feed+json", JSON_FILE), Map.entry("application/ld+json", JSON_FILE),
            Map.entry("application/x-ndjson", JSON_FILE), Map.entry("application/rss+xml", "rss"),
            Map.entry("application/atom+xml", "atom"), Map.entry("application/xml", "xml"), Map.entry("text/xml", "xml"),
            Map.entry("application/rsl+xml", "xml"), Map.entry("text/plain", "txt"), Map.entry("text/html", "html"),
            Map.entry("text/markdown", "md"), Map.entry("text/event-stream", "txt"));
    private static final String BINARY = "image/";
    private static final String REFERENCE = "#/components/examples/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResponseExamples() {
    }

    static void apply(OpenAPI document) {
        var problems = EnumSet.noneOf(ProblemType.class);
        Operations.each(document, described -> described.operation().getResponses().getAPIResponses()
                .forEach((status, response) -> addTo(described.operation(), status, response, problems)));
        problems.forEach(type -> document.getComponents().addExample(type.slug(),
                OASFactory.createExample().summary(type.title()).value(problem(type))));
    }

    private static void addTo(Operation operation, String status, APIResponse response, Set<ProblemType> problems) {
        Optional.ofNullable(response.getContent()).map(Content::getMediaTypes).orElse(Map.of()).forEach((type, content) -> {
            if (type.equals(ProblemDocument.MEDIA_TYPE)) {
                addProblem(operation, status, content, problems);
            } else if (!type.startsWith(BINARY)) {
                content.setExample(read(operation.getOperationId(), FILES.get(type)));
            }
        });
    }

    private static void addProblem(Operation operation, String status, MediaType problem, Set<ProblemType> problems) {
        if (hasOwnMembers(problem)) {
            problem.setExample(read(operation.getOperationId() + "-" + status, JSON_FILE));
            return;
        }
        var type = type(status, operation, problem);
        problems.add(type);
        problem.addExample(type.slug(), OASFactory.createExample().ref(REFERENCE + type.slug()));
    }

    private static boolean hasOwnMembers(MediaType problem) {
        return !problem.getSchema().getRef().endsWith("/Problem") && !WithdrawnProblemSchema.describes(problem);
    }

    private static Object read(String name, @Nullable String extension) {
        var file = "openapi-examples/" + name + "." + extension;
        try (var example = ResponseExamples.class.getResourceAsStream("/" + file)) {
            if (example == null) {
                throw new IllegalStateException("There is no " + file);
            }
            return JSON_FILE.equals(extension) ? JSON.readValue(example, Object.class)
                    : new String(example.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemType type(String status, Operation operation, MediaType problem) {
        return switch (status) {
            case "400" -> operation.getRequestBody() == null ? ProblemType.INVALID_PARAMETER : ProblemType.INVALID_BODY;
            case "410" -> gone(operation, problem);
            case "422" -> ProblemType.IDEMPOTENCY_MISMATCH;
            default -> Stream.of(ProblemType.values()).filter(type -> String.valueOf(type.status()).equals(status)).findFirst()
                    .orElse(ProblemType.INTERNAL_ERROR);
        };
    }

    private static ProblemType gone(Operation operation, MediaType problem) {
        if (WithdrawnProblemSchema.describes(problem)) {
            return ProblemType.WITHDRAWN;
        }
        return operation.getOperationId().contains("Image") ? ProblemType.RIGHTS_EXPIRED : ProblemType.CHANGES_EXPIRED;
    }

    private static Map<String, Object> problem(ProblemType type) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "/problems/" + type.slug());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.explanation());
        example.put("instance", "/v1/articles");
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (type == ProblemType.WITHDRAWN) {
            example.putAll(WithdrawnProblemSchema.exampleMembers());
        }
        return example;
    }
}
