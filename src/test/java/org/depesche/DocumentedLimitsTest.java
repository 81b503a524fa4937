package org.depesche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.testkit.Callers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.quarkus.test.junit.QuarkusTest;

/**
 * The limits in the OpenAPI document are those of the service: at each limit a value is taken, and one beyond it is refused.
 * Each body also has an unknown member, so that nothing is written.
 */
@QuarkusTest
class DocumentedLimitsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<String> LIMITS = List.of("maxLength", "maxItems", "maximum", "minimum", "pattern");
    private static final Set<String> LIMITED_OTHERWISE = Set.of("date-time", "uuid", "binary");
    private static final List<String> CLOSED_WORDS = List.of("enum", "const", "x-extensible-enum");

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, Integer> checked = new TreeMap<>();
    private JsonNode document = JSON.objectNode();
    private String version = "";

    @BeforeEach
    void readDocument() throws IOException {
        document = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
    }

    @Test
    void everyFormIsReadWithTheLimitsThatItsSchemaDeclares() {
        var draft = EditorialRequests.createArticle(Map.of("headline", "Grenzen"));
        var article = EditorialRequests.ARTICLES + "/" + draft.path("id");
        version = draft.header("ETag");
        forms(article).forEach((address, schema) -> checkMembers(new Place(address, "", whole -> whole), schema, 0));

        assertThat(mistakes).isEmpty();
        assertThat(checked).containsKeys("maxLength", "maxItems", "minimum", "maximum", "pattern");
        assertThat(checked.get("maxLength")).isGreaterThan(80);
    }

    @Test
    void everyMemberOfAFormDeclaresItsLimits() {
        var bodies = new TreeSet<String>();
        document.path("paths").forEach(path -> path.forEach(operation -> operation.path("requestBody").path("content")
                .forEach(content -> bodies.add(name(content.path("schema"))))));

        bodies.stream().filter(name -> !name.isEmpty()).forEach(name -> checkDeclared(name, name, 0));

        assertThat(mistakes).isEmpty();
        assertThat(bodies).containsAll(forms("").values());
    }

    @Test
    void everyQueryParameterIsReadWithTheLimitsThatItDeclares() {
        document.path("paths").properties().forEach(path -> {
            var address = path.getKey().replace("{format}", "json");
            if (!address.contains("{")) {
                path.getValue().path("get").path("parameters").valueStream()
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .forEach(parameter -> checkParameter(address, parameter));
            }
        });

        assertThat(mistakes).isEmpty();
        assertThat(checked).containsKeys("maxLength", "maxItems", "minimum", "maximum");
    }

    /** The forms of bodies by the request that takes each. */
    private static Map<String, String> forms(String article) {
        var forms = new TreeMap<String, String>();
        forms.put("POST /v1/editorial/articles", "ArticleInput");
        forms.put("POST /v1/editorial/tags", "TagForm");
        forms.put("POST /v1/editorial/authors", "AuthorForm");
        forms.put("POST /v1/editorial/categories", "CategoryForm");
        forms.put("POST /v1/editorial/sites", "SiteForm");
        forms.put("POST /v1/editorial/images", "ImageForm");
        forms.put("POST /v1/editorial/keys", "KeyForm");
        forms.put("POST /v1/editorial/webhooks", "WebhookForm");
        forms.put("PUT /v1/editorial/collections/grenzen", "CollectionForm");
        forms.put("PUT " + article + "/related", "PicksForm");
        forms.put("POST " + article + "/publish", "PublishForm");
        forms.put("POST " + article + "/withdraw", "WithdrawForm");
        return forms;
    }

    private void checkMembers(Place place, String name, int depth) {
        var schema = document.at("/components/schemas/" + name);
        schema.path("properties").properties()
                .forEach(member -> check(place.member(member.getKey()), member.getValue(), depth));
    }

    private void check(Place place, JsonNode schema, int depth) {
        if (LIMITS.stream().noneMatch(schema::has)) {
            noteUnread(place, errors(place, JSON.objectNode()));
        }
        if (schema.has("$ref")) {
            var name = name(schema);
            if (!name.equals("BlockInput")) {
                checkMembers(place, name, depth + 1);
            } else if (depth == 0) {
                document.at("/components/schemas/BlockInput/discriminator/mapping").properties()
                        .forEach(type -> checkMembers(place.with("type", JSON.textNode(type.getKey())),
                                name(JSON.objectNode().put("$ref", type.getValue().asText())), depth + 1));
            }
            return;
        }
        boundary(place, schema, "maxLength", place.pointer().equals("/bodyHtml") ? DocumentedLimitsTest::paragraphs
                : DocumentedLimitsTest::text);
        boundary(place, schema, "maxItems", (max, isBeyond) -> {
            var list = JSON.arrayNode();
            var element = element(schema.path("items"));
            for (var i = 0; i < max + (isBeyond ? 1 : 0); i++) {
                list.add(element);
            }
            return list;
        });
        boundary(place, schema, "maximum", (max, isBeyond) -> isBeyond ? above(schema, max) : number(schema, max));
        boundary(place, schema, "minimum", (min, isBeyond) -> number(schema, isBeyond ? min - 1 : min));
        if (schema.has("pattern")) {
            count("pattern");
            expectRefused(place, JSON.textNode("?"));
        }
        if (schema.has("items")) {
            check(place.element(), schema.path("items"), depth);
        }
    }

    private void boundary(Place place, JsonNode schema, String limit, BiFunction<Long, Boolean, JsonNode> value) {
        if (schema.has(limit)) {
            count(limit);
            expectRefused(place, value.apply(schema.path(limit).asLong(), true));
            var at = value.apply(schema.path(limit).asLong(), false);
            errors(place, at).stream().filter(error -> isAbout(error, place)).filter(
                    error -> error.get("detail").matches("(?s).*(at most|characters|elements|from -?\\d+ to).*"))
                    .forEach(error -> mistakes.add(place + " at its " + limit + ": " + error));
        }
    }

    /** Without this, a member that is not read would pass for one whose limits are refused. */
    private void noteUnread(Place place, List<Map<String, String>> errors) {
        errors.stream().filter(error -> place.pointer().equals(error.get("pointer")))
                .filter(error -> error.get("detail").contains(" is no member of "))
                .forEach(error -> mistakes.add(place + " is declared, and not read"));
    }

    private void expectRefused(Place place, JsonNode value) {
        var errors = errors(place, value);
        noteUnread(place, errors);
        if (errors.stream().noneMatch(error -> isAbout(error, place))) {
            mistakes.add(place + " is not refused: " + shortened(value.toString()) + ": " + errors);
        }
    }

    private static boolean isAbout(Map<String, String> error, Place place) {
        var pointer = String.valueOf(error.get("pointer"));
        return pointer.equals(place.pointer()) || pointer.startsWith(place.pointer() + "/");
    }

    private List<Map<String, String>> errors(Place place, JsonNode value) {
        var body = (ObjectNode) place.body().apply(value);
        body.put("nonesuch", true);
        var request = Callers.as("admin").contentType("application/json").body(body.toString());
        var conditional = place.path().contains("/articles/") ? request.header("If-Match", version)
                : place.path().contains("/collections/") ? request.header("If-None-Match", "*") : request;
        var answer = place.address().startsWith("PUT") ? conditional.put(place.path()) : conditional.post(place.path());
        assertThat(answer.statusCode()).as(place + ": " + shortened(answer.asString())).isEqualTo(400);
        return answer.jsonPath().getList("errors");
    }

    private void checkDeclared(String at, String name, int depth) {
        var schema = document.at("/components/schemas/" + name);
        Stream.concat(schema.path("oneOf").valueStream(), schema.path("properties").valueStream())
                .forEach(member -> declared(at + members(schema, member), member, depth));
    }

    private void declared(String at, JsonNode member, int depth) {
        var type = member.path("type").isArray() ? member.path("type").path(0).asText() : member.path("type").asText();
        if (member.path("readOnly").asBoolean()) {
            return;
        }
        if (member.has("$ref") && depth < 4) {
            checkDeclared(at + ":" + name(member), name(member), depth + 1);
        } else if (type.equals("string") && CLOSED_WORDS.stream().noneMatch(member::has)
                && !LIMITED_OTHERWISE.contains(member.path("format").asText()) && !member.has("maxLength")
                || type.equals("array") && !member.has("maxItems")
                || type.matches("integer|number") && !(member.has("minimum") && member.has("maximum"))) {
            mistakes.add(at + " declares no limit");
        }
        if (member.has("items")) {
            declared(at + "/0", member.path("items"), depth);
        }
    }

    private static String members(JsonNode schema, JsonNode member) {
        return schema.path("properties").properties().stream().filter(each -> each.getValue() == member)
                .map(each -> "/" + each.getKey()).findFirst().orElse("");
    }

    private void checkParameter(String path, JsonNode parameter) {
        var name = parameter.path("name").asText();
        var schema = parameter.path("schema");
        if (schema.has("maxLength")) {
            beyondParameter(path, name, "maxLength", text(schema.path("maxLength").asLong(), true).asText());
        }
        if (schema.has("maxItems")) {
            beyondParameter(path, name, "maxItems", String.join(",",
                    Stream.iterate(0, i -> i + 1).limit(schema.path("maxItems").asLong() + 1).map(i -> "x" + i).toList()));
        }
        if (schema.has("minimum")) {
            beyondParameter(path, name, "minimum", String.valueOf(schema.path("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
            beyondParameter(path, name, "maximum", String.valueOf(schema.path("maximum").asLong() + 1));
        }
    }

    private void beyondParameter(String path, String name, String limit, String value) {
        count(limit);
        var answer = Callers.as("admin").queryParam(name, value).get(path);
        if (answer.statusCode() != 400 || !answer.asString().contains("\"parameter\":\"" + name + "\"")) {
            mistakes.add(path + " takes " + name + " beyond its " + limit + ": " + answer.statusCode());
        }
    }

    private void count(String limit) {
        checked.merge(limit, 1, Integer::sum);
    }

    private static JsonNode text(long length, boolean isBeyond) {
        return JSON.textNode("a".repeat((int) length + (isBeyond ? 1 : 0)));
    }

    /** A whole body, as no paragraph of it may be that long. */
    private static JsonNode paragraphs(long length, boolean isBeyond) {
        var paragraph = "<p>" + "a".repeat(993) + "</p>";
        return JSON.textNode(paragraph.repeat((int) length / paragraph.length()) + (isBeyond ? "a" : ""));
    }

    private static JsonNode number(JsonNode schema, long value) {
        return schema.path("type").asText().equals("number") ? JSON.numberNode((double) value) : JSON.numberNode(value);
    }

    private static JsonNode above(JsonNode schema, long max) {
        return max == Long.MAX_VALUE ? JSON.numberNode(java.math.BigInteger.TWO.pow(63)) : number(schema, max + 1);
    }

    private JsonNode element(JsonNode schema) {
        if (name(schema).equals("BlockInput")) {
            return JSON.objectNode().put("type", "paragraph").put("html", "a");
        }
        return switch (schema.path("type").asText()) {
            case "array" -> JSON.arrayNode();
            case "string" -> JSON.textNode("a");
            default -> JSON.objectNode();
        };
    }

    private static String name(JsonNode reference) {
        return reference.path("$ref").asText().replace(SCHEMAS, "");
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    /**
     * A place in a body.
     *
     * @param address method and path of the request
     * @param body makes a body with a value at this place
     */
    private record Place(String address, String pointer, UnaryOperator<JsonNode> body) {

        Place member(String name) {
            return new Place(address, pointer + "/" + name, value -> body.apply(JSON.objectNode().set(name, value)));
        }

        Place element() {
            return new Place(address, pointer + "/0", value -> body.apply(JSON.arrayNode().add(value)));
        }

        /** The same place, for objects that need another member too. */
        Place with(String name, JsonNode other) {
            return new Place(address, pointer, value -> body.apply(((ObjectNode) value).set(name, other)));
        }

        String path() {
            return address.substring(address.indexOf(' ') + 1);
        }

        @Override
        public String toString() {
            return address + " " + pointer;
        }
    }
}
