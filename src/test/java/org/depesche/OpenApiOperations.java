package org.depesche;

import static io.restassured.RestAssured.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.depesche.testkit.Newsroom;

import com.fasterxml.jackson.databind.JsonNode;

/** Every operation that the OpenAPI document tells of, and one thing of each kind for their addresses to lead to. */
final class OpenApiOperations {

    static final String CATEGORY = "ankerplatz";

    private static final String ARTICLE = """
            {"slug": "%s", "headline": "Ankerplatz", "category": "ankerplatz", "publishedAt": "2020-02-02",
             "tags": ["ankerplatz"], "authors": ["ankerplatz"], "image": {"alt": "Ein Anker", "credit": "Depesche"}}
            """.replace("\n", "");

    private final JsonNode document;
    private final String article;
    private final String image;
    private final String importId;

    private OpenApiOperations(JsonNode document, String article, String image, String run) {
        this.document = document;
        this.article = article;
        this.image = image;
        this.importId = run;
    }

    /** With an article of its own: what is thrown at the last one may have withdrawn it. */
    static OpenApiOperations loadWithSampleContent() {
        var slug = "ankerplatz-" + Long.toHexString(System.nanoTime());
        Newsroom.ensureCategory(CATEGORY, "Ankerplatz");
        var run = Newsroom.importArticles(ARTICLE.formatted(slug)).id();
        var image = get("/v1/articles/" + slug).then().statusCode(200).extract().<String> path("image.id");
        return new OpenApiOperations(ParallelRequests.json(get("/q/openapi?format=json").asString()), slug, image, run);
    }

    /** The document alone, without anything to lead to. */
    static OpenApiOperations load() {
        return new OpenApiOperations(ParallelRequests.json(get("/q/openapi?format=json").asString()), "", "", "");
    }

    /** The article's public address. */
    String articleUrl() {
        return "/v1/articles/" + article;
    }

    /** Its name, the path as the document has it, its parameters' names, the media types of its body. */
    record Operation(String id, String method, String path, List<String> queryNames, List<String> bodyTypes) {

        boolean hasPathParameter() {
            return path.replaceAll("\\{(format|month)}", "").contains("{");
        }
    }

    List<Operation> operations(String... methods) {
        var all = new ArrayList<Operation>();
        document.path("paths").properties().forEach(entry -> Stream.of(methods)
                .filter(method -> entry.getValue().has(method))
                .forEach(method -> all.add(operation(method, entry.getKey(), entry.getValue()))));
        return all;
    }

    private Operation operation(String method, String path, JsonNode item) {
        var operation = item.path(method);
        var parameters = Stream.of(item.path("parameters"), operation.path("parameters"))
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false)).map(this::dereference);
        var names = parameters.filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText()).toList();
        var bodies = dereference(operation.path("requestBody")).path("content").properties().stream().map(Map.Entry::getKey);
        return new Operation(operation.path("operationId").asText(), method.toUpperCase(Locale.ROOT), path, names,
                bodies.toList());
    }

    /** The descriptions of what its query may name. */
    List<JsonNode> parameters(Operation operation) {
        var item = document.path("paths").path(operation.path());
        return Stream.of(item.path("parameters"), item.path(operation.method().toLowerCase(Locale.ROOT)).path("parameters"))
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false)).map(this::dereference)
                .filter(parameter -> parameter.path("in").asText().equals("query")).toList();
    }

    /** In which it answers, when all is well. */
    List<String> responseTypes(Operation operation) {
        var answers = document.path("paths").path(operation.path()).path(operation.method().toLowerCase(Locale.ROOT))
                .path("responses");
        return dereference(answers.path("200")).path("content").properties().stream().map(Map.Entry::getKey).toList();
    }

    private JsonNode dereference(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The operation's address with something real in it, as far as there is. */
    String exampleUrl(Operation operation) {
        return expandPath(operation.path(), pathValue(operation.path()));
    }

    /** The ETag of what the operation changes, if there is such a thing. */
    Optional<String> etag(Operation operation) {
        var path = operation.path().replaceFirst("}.*", "}");
        return ParallelRequests.TestRequest.get(expandPath(path, pathValue(path))).send().headers().firstValue("ETag");
    }

    private String pathValue(String path) {
        var kind = path.replaceFirst("/\\{.*", "").replaceFirst(".*/", "");
        return switch (kind) {
            case "articles" -> article;
            case "images" -> image;
            case "imports" -> importId;
            case "categories", "tags", "authors" -> CATEGORY;
            default -> UUID.randomUUID().toString();
        };
    }

    /** The path with that in its place, which is encoded already. */
    static String expandPath(String path, String place) {
        return path.replace("{format}", "json").replace("{month}", "2024-01")
                .replaceFirst("\\{[^}]+}", Matcher.quoteReplacement(place)).replaceAll("\\{[^}]+}", "1");
    }
}
