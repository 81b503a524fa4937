package org.depesche;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.depesche.ParallelRequests.TestRequest;
import org.depesche.testkit.Callers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

/** What the document says about query parameters holds for the service: a generated client sends just that. */
@QuarkusTest
class DocumentedParametersTest {

    /** What these parameters do only together with others, at the values that they have without being sent. */
    private static final String DEPENDENT_DEFAULTS = "relatedStrategy=auto&relatedLimit=15&relatedView=summary";

    private static final int ROUNDS = 20;

    private OpenApiOperations document;

    @BeforeEach
    void load() {
        document = OpenApiOperations.loadWithSampleContent();
    }

    @Test
    void defaultsThatTheDocumentShowsAreAcceptedAllAtOnce() {
        var reads = document.operations("get").stream().filter(read -> read.path().matches("/v1/(?!editorial|preview).*"))
                .toList();

        assertThat(reads).isNotEmpty().allSatisfy(read -> assertThat(status(document.exampleUrl(read), defaults(read)))
                .as(read.id()).isNotEqualTo(400));
    }

    @Test
    void dependentParametersAtTheirDefaultsAreNoMistakeAndTheDocumentShowsNone() {
        assertThat(status(document.articleUrl(), DEPENDENT_DEFAULTS)).isEqualTo(200);
        assertThat(status(document.articleUrl(), "relatedLimit=14")).isEqualTo(400);
        assertThat(status("/v1/categories", "latestLimit=5&flat=false")).isEqualTo(200);
        assertThat(status("/v1/categories", "latestLimit=6")).isEqualTo(400);
        assertThat(document.operations("get")).flatExtracting(document::parameters)
                .filteredOn(parameter -> parameter.path("name").asText().matches("(related|latest)[A-Z].*"))
                .isNotEmpty().allSatisfy(parameter -> assertThat(parameter.path("schema").has("default")).isFalse());
    }

    @Test
    void idsGoWithEveryOtherParameterAtItsDefault() {
        var list = document.operations("get").stream().filter(read -> read.id().equals("listArticles")).findFirst()
                .orElseThrow();
        var ids = "ids=01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11&";

        assertThat(status("/v1/articles", ids + defaults(list))).isEqualTo(200);
        assertThat(status("/v1/articles", ids + "sort=publishedAt")).isEqualTo(400);
        assertThat(status("/v1/articles", ids + "limit=14")).isEqualTo(400);
    }

    @Test
    void listsAreSentWithCommas() {
        var lists = document.operations("get").stream().flatMap(read -> document.parameters(read).stream())
                .filter(parameter -> parameter.at("/schema/type").asText().equals("array")).toList();

        assertThat(lists).extracting(parameter -> parameter.path("name").asText())
                .contains("category", "type", "include", "fields", "facets", "ids", "exclude");
        assertThat(lists).allSatisfy(parameter -> assertThat(parameter.path("explode").asBoolean(true)).isFalse());
    }

    @Test
    void twoValuesOfAMemberThatHasOneAreAMistake() {
        assertThat(status("/v1/articles", "type=news&type=interview")).isEqualTo(400);
        assertThat(status("/v1/articles", "type=news,interview&type=news")).isEqualTo(200);
        assertThat(status("/v1/search", "q=anker&type=news&type=interview")).isEqualTo(400);
        assertThat(status("/v1/archive", "type=news&type=interview")).isEqualTo(400);
        assertThat(status("/v1/articles", "language=de&language=en")).isEqualTo(400);
        assertThat(status("/v1/changes", "type=tag.created&type=tag.updated")).isEqualTo(400);
    }

    @Test
    void eachWordThatTheDocumentNamesIsTaken() {
        var words = Map.of("/v1/articles", List.of("view", "sort", "include", "type", "advertising"), document.articleUrl(),
                List.of("view", "include"));

        words.forEach((address, names) -> names.forEach(name -> assertThat(words(address, name)).isNotEmpty()
                .allSatisfy(word -> assertThat(status(address, name + "=" + word)).as(name + "=" + word).isEqualTo(200))));
        assertThat(words("/v1/articles", "fields"))
                .allSatisfy(word -> assertThat(status("/v1/articles", "view=full&include=" + String.join(",",
                        words("/v1/articles", "include")) + "&fields=" + word)).as("fields=" + word).isEqualTo(200));
    }

    @Test
    void everyReadHasAnETagAndAnswers304AsDocumented() {
        var reads = document.operations("get").stream().filter(read -> read.path().startsWith("/v1/"))
                .filter(read -> document.responseTypes(read).contains("application/json")).toList();

        var found = reads.stream().filter(read -> Callers.as("admin").get(address(read)).statusCode() == 200).toList();
        assertThat(found).hasSizeGreaterThan(30).allSatisfy(read -> {
            var eTag = Callers.as("admin").get(address(read)).header("ETag");
            assertThat(eTag).as(read.id()).startsWith("\"");
        });
        assertThat(found).filteredOn(read -> !read.path().matches(".*(keys|audit).*"))
                .allSatisfy(read -> assertThat(statusOfUnchanged(address(read))).as(read.id()).isEqualTo(304));
    }

    /** How a conditional request for what has not changed is answered. Another test may change a list between two requests. */
    private static int statusOfUnchanged(String address) {
        var former = Callers.as("admin").get(address);
        for (var round = 0; round < ROUNDS; round++) {
            var next = Callers.as("admin").header("If-None-Match", former.header("ETag")).get(address);
            if (next.statusCode() != 200 || next.asString().equals(former.asString())) {
                return next.statusCode();
            }
            former = next;
        }
        throw new AssertionError("another response each time: " + address);
    }

    private String address(OpenApiOperations.Operation read) {
        var query = defaults(read);
        return document.exampleUrl(read) + (query.isEmpty() ? "" : "?" + query);
    }

    private List<String> words(String address, String name) {
        var id = address.equals("/v1/articles") ? "listArticles" : "getArticle";
        return document.operations("get").stream().filter(read -> read.id().equals(id)).map(document::parameters)
                .flatMap(List::stream).filter(parameter -> parameter.path("name").asText().equals(name))
                .flatMap(parameter -> parameter.path("schema").findValues("enum").stream())
                .flatMap(JsonNode::valueStream).map(JsonNode::textValue).toList();
    }

    private String defaults(OpenApiOperations.Operation read) {
        var values = new LinkedHashMap<String, String>();
        document.parameters(read).forEach(parameter -> {
            if (parameter.path("required").asBoolean()) {
                values.put(parameter.path("name").asText(), parameter.path("example").asText());
            } else if (parameter.path("schema").has("default")) {
                values.put(parameter.path("name").asText(), parameter.path("schema").path("default").asText());
            }
        });
        return values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("&"));
    }

    private static int status(String path, String query) {
        return TestRequest.get(path + "?" + query).send().statusCode();
    }
}
