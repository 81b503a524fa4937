package org.depesche;

import static io.restassured.RestAssured.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.depesche.testkit.Newsroom;

import com.fasterxml.jackson.databind.JsonNode;

/** Every operation that the OpenAPI document tells of, and one thing of each kind for their addresses to lead to. */
final class PublishedApi {

    private static final String ARTICLE = """
            {"slug": "ankerplatz", "headline": "Ankerplatz", "category": "ankerplatz", "publishedAt": "2020-02-02",
             "tags": ["ankerplatz"], "authors": ["ankerplatz"], "image": {"alt": "Ein Anker", "credit": "Depesche"}}
            """.replace("\n", "");

    private final JsonNode document;
    private final String image;

    private PublishedApi(JsonNode document, String image) {
        this.document = document;
        this.image = image;
    }

    static PublishedApi read() {
        Newsroom.category("ankerplatz", "Ankerplatz");
        Newsroom.imported(ARTICLE);
        var image = get("/v1/articles/ankerplatz").then().statusCode(200).extract().<String> path("image.id");
        return new PublishedApi(Barrage.json(get("/q/openapi?format=json").asString()), image);
    }

    /** The path as the document has it, its parameters' names, the media types of its body. */
    record Operation(String method, String path, List<String> queryNames, List<String> bodies) {

        boolean hasPlace() {
            return path.contains("{");
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
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false)).map(this::resolved);
        var names = parameters.filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText()).toList();
        var bodies = resolved(operation.path("requestBody")).path("content").properties().stream().map(Map.Entry::getKey);
        return new Operation(method.toUpperCase(Locale.ROOT), path, names, bodies.toList());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The operation's address with something real in it, as far as there is. */
    String address(Operation operation) {
        var path = operation.path();
        var place = path.contains("/images/") ? image
                : path.matches(".*/(articles|categories|tags|authors)/\\{.*") ? "ankerplatz" : UUID.randomUUID().toString();
        return addressed(operation, place);
    }

    /** The ETag of what stands at the operation's address, if anything does. */
    Optional<String> version(Operation operation) {
        return Barrage.Shot.get(address(operation)).sent().headers().firstValue("ETag");
    }

    /** The operation's address with that in its place, which is encoded already. */
    static String addressed(Operation operation, String place) {
        return operation.path().replaceFirst("\\{[^}]+}", place.replace("\\", "\\\\").replace("$", "\\$"))
                .replaceAll("\\{[^}]+}", "1");
    }
}
