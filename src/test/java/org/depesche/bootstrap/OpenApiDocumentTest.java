package org.depesche.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.depesche.platform.http.RouteGroup;
import org.depesche.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OpenApiDocumentTest {

    private static final String PREFIX = "#/components/schemas/";

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    @Test
    void theCommittedDocumentIsTheOneServed() throws IOException {
        var committed = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());

        assertThat(sorted(served())).as("run `mvn package -DskipTests` and commit openapi/openapi.yaml")
                .isEqualTo(sorted(committed));
    }

    @Test
    void everyOperationIsDescribedCompletely() throws IOException {
        var lacking = new ArrayList<String>();
        var document = served();
        var problems = problems(document);
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey())).forEach(method -> {
                    var name = method.getKey() + " " + path.getKey();
                    lacking(name, method.getValue(), problems, lacking);
                }));

        assertThat(lacking).isEmpty();
    }

    @Test
    void theTagsOfOperationsAreTheTagsOfTheDocument() throws IOException {
        var document = served();
        var used = new TreeSet<String>();
        document.path("paths").forEach(path -> METHODS
                .forEach(method -> path.path(method).path("tags").forEach(tag -> used.add(tag.textValue()))));

        assertThat(document.path("tags").findValuesAsText("name")).containsExactlyInAnyOrderElementsOf(used);
        assertThat(document.path("tags").findValuesAsText("description")).hasSize(used.size());
    }

    @Test
    void wordsThatMayGrowAreStringsWithAnExtensibleEnum() throws IOException {
        var schemas = served().at("/components/schemas");

        assertThat(schemas.findParents("enum")).isEmpty();
        assertThat(schemas.findParents("x-extensible-enum")).hasSizeGreaterThan(20)
                .allSatisfy(word -> assertThat(word.path("type").toString()).contains("\"string\""))
                .allSatisfy(word -> assertThat(word.path("x-extensible-enum")).isNotEmpty()
                        .allSatisfy(value -> assertThat(value.textValue()).isLowerCase()));
        assertThat(schemas.at("/Problem/properties/type/x-extensible-enum")).hasSize(ProblemType.values().length);
    }

    /** Clients that check types at runtime remove the members that a schema does not allow. */
    @Test
    void anObjectDeclaresItsMembersOrThatTheyAreOpen() throws IOException {
        assertThat(served().findParents("type")).filteredOn(schema -> schema.path("type").toString().contains("\"object\""))
                .isNotEmpty().allSatisfy(schema -> assertThat(schema.fieldNames()).toIterable()
                        .containsAnyOf("properties", "additionalProperties", "allOf", "anyOf", "oneOf"));
    }

    /** JSON Schema finds a pattern anywhere in a value. */
    @Test
    void patternsMatchWholeValues() throws IOException {
        assertThat(served().findValuesAsText("pattern")).isNotEmpty().allMatch(pattern -> pattern.matches("\\^.*\\$"));
    }

    /** Several generators compile no client whose headers are not texts. */
    @Test
    void headersOfRequestsAreTexts() throws IOException {
        assertThat(served().findParents("in")).filteredOn(parameter -> parameter.path("in").asText().equals("header"))
                .isNotEmpty().allSatisfy(header -> assertThat(header.at("/schema/type").asText()).isEqualTo("string"));
    }

    @Test
    void everyPublicReadHasMinSequenceAndReadsAreNamedAlike() throws IOException {
        var reads = served().path("paths").properties().stream().filter(path -> path.getValue().has("get")).toList();

        assertThat(reads).filteredOn(path -> path.getKey().matches("/v1/(?!editorial).*")).isNotEmpty()
                .allSatisfy(path -> assertThat(path.getValue().at("/get/parameters").findValuesAsText("name"))
                        .as(path.getKey()).contains("minSequence", "Depesche-Min-Sequence"));
        assertThat(reads).extracting(path -> path.getValue().at("/get/operationId").asText())
                .noneMatch(name -> name.startsWith("read"));
    }

    @Test
    void onlyPagedListsDocumentTheLinkHeader() throws IOException {
        assertThat(served().path("paths").properties()).filteredOn(path -> path.getValue().has("get")).allSatisfy(path -> {
            var get = path.getValue().path("get");
            var names = get.path("parameters").findValuesAsText("name");
            assertThat(get.at("/responses/200/headers").has("Link")).as(path.getKey())
                    .isEqualTo(!RouteGroup.isStream(path.getKey()) && (names.contains("cursor") || names.contains("since")));
        });
    }

    @Test
    void cacheableOperationsDocumentTheirCacheTags() throws IOException {
        assertThat(served().path("paths").properties()).filteredOn(
                path -> path.getKey().matches("/v1/(?!editorial).*")
                        && !path.getValue().at("/get/responses/200").isMissingNode()
                        && !path.getValue().at("/get/responses/200/headers").has("Surrogate-Key"))
                .extracting(java.util.Map.Entry::getKey).containsExactlyInAnyOrder("/v1/changes",
                        "/v1/changes/stream", "/v1/export", "/v1/preview/{token}");
    }

    private static void lacking(String name, JsonNode operation, Set<String> problems, List<String> lacking) {
        for (var member : List.of("operationId", "summary", "tags", "security")) {
            if (operation.path(member).isMissingNode()) {
                lacking.add(name + " has no " + member);
            }
        }
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("description").asText().isBlank() || parameter.path("example").isMissingNode()) {
                lacking.add(name + ": parameter " + parameter.path("name").asText() + " lacks description or example");
            }
        });
        operation.path("responses").properties().stream().filter(response -> response.getKey().compareTo("400") >= 0)
                .filter(response -> !problems.contains(response.getValue()
                        .at("/content/application~1problem+json/schema/$ref").asText()))
                .forEach(response -> lacking.add(name + ": " + response.getKey() + " has no problem schema"));
    }

    /** Returns the schemas of problems: the general one and those that extend it. */
    private static Set<String> problems(JsonNode document) {
        var all = new HashSet<>(Set.of(PREFIX + "Problem"));
        document.at("/components/schemas").properties().stream()
                .filter(schema -> schema.getValue().path("allOf").path(0).path("$ref").asText().equals(PREFIX + "Problem"))
                .forEach(schema -> all.add(PREFIX + schema.getKey()));
        return all;
    }

    /**
     * Returns the document as text, so that a difference is readable. Members are sorted, because their order differs
     * between builds.
     */
    private static String sorted(JsonNode document) throws IOException {
        var mapper = YAMLMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
        return mapper.writeValueAsString(mapper.convertValue(document, Object.class));
    }

    private static ObjectNode served() throws IOException {
        var json = given().queryParam("format", "json").get("/q/openapi").then().statusCode(200).extract().asString();
        return (ObjectNode) new ObjectMapper().readTree(json);
    }
}
