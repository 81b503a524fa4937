package org.depesche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.testkit.Callers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

/** The schemas of request bodies say what the service takes, so that generated clients can send it. */
@QuarkusTest
class FormSchemasTest {

    private static final Pattern MEMBER_READ = Pattern
            .compile("\\b(?:form|fields)\\.\\w+\\(\"(\\w+)\"|\\w+\\(form, \"(?<member>\\w+)\"");
    private static final String ARTICLES = "/v1/editorial/articles";

    @Test
    void formsHaveNoDefaultsBecauseClientsWouldSendThem() {
        var forms = forms();

        assertThat(forms).containsKeys("ArticleInput", "ArticlePatch", "TagForm", "TagPatch");
        assertThat(forms.values()).allSatisfy(form -> assertThat(form.findValue("default")).isNull());
    }

    @Test
    void patchesRequireNothingAndTakeNullForEachMember() {
        var patches = forms().entrySet().stream().filter(form -> form.getKey().endsWith("Patch")).toList();

        assertThat(patches).extracting(Map.Entry::getKey).contains("ArticlePatch", "AuthorPatch", "CategoryPatch",
                "CollectionPatch", "ImagePatch", "SitePatch", "TagPatch", "SeoPatch");
        assertThat(patches).allSatisfy(patch -> {
            assertThat(patch.getValue().has("required")).isFalse();
            assertThat(patch.getValue().path("properties")).isNotEmpty().allSatisfy(
                    member -> assertThat(member.toString()).contains("\"null\""));
        });
    }

    @ParameterizedTest
    @CsvSource({ "articles,ArticleInput", "tags,TagForm", "authors,AuthorForm", "categories,CategoryForm", "sites,SiteForm",
            "keys,KeyForm" })
    void aMemberIsRequiredExactlyWhereTheServiceRequiresIt(String path, String schema) {
        var response = Callers.as("admin").contentType(ContentType.JSON).body(Map.of("nonesuch", 1))
                .post("/v1/editorial/" + path).then().statusCode(400).extract();

        assertThat(names(forms().get(schema).path("required"))).isEqualTo(requiredBy(response.jsonPath().getList("errors")));
    }

    @Test
    void membersOfNestedFormsAreRequiredExactlyWhereTheServiceRequiresThem() {
        var body = new TreeMap<String, Object>(Map.of("source", Map.of(), "origin", Map.of(), "links", List.of(Map.of()),
                "corrections", List.of(Map.of()), "placements", List.of(Map.of())));
        body.put("advertising", Map.of("sponsor", Map.of()));

        var errors = Callers.as("admin").contentType(ContentType.JSON).body(body).post(ARTICLES).then().statusCode(400)
                .extract().jsonPath().<Map<String, String>> getList("errors");

        assertThat(requiredBy(errors)).isEqualTo(requiredIn(Map.of("source", "SourceInput", "origin", "Origin", "links/0",
                "LinkInput", "corrections/0", "CorrectionInput", "placements/0", "Placement", "advertising/sponsor",
                "SponsorInput")));
    }

    @Test
    void theBodyIsTakenAsBlocksOrAsHtml() {
        var draft = Callers.as("admin").contentType(ContentType.JSON).body(Map.of("bodyHtml", "<p>Erst</p><p>dann</p>"))
                .post(ARTICLES).then().statusCode(201).body("body.html", equalTo(List.of("Erst", "dann"))).extract();
        var address = ARTICLES + "/" + draft.path("id");

        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", draft.header("ETag"))
                .body(Map.of("bodyHtml", "<p>Neu</p>")).patch(address).then().statusCode(200)
                .body("body.html", equalTo(List.of("Neu")));
        Callers.as("admin").contentType(ContentType.JSON).body(Map.of("bodyHtml", "<p>Eins</p>", "body", "<p>Zwei</p>"))
                .post(ARTICLES).then().statusCode(400).body("errors[0].pointer", equalTo("/bodyHtml"));
    }

    @Test
    void nothingIsABinaryBodyThatIsNoFile() {
        var binary = operations().filter(operation -> operation.path("requestBody").toString().contains("\"binary\""))
                .map(operation -> operation.path("operationId").asText());

        assertThat(binary).containsOnly("importArticles");
    }

    /** The other direction, that each declared member is read, is in {@link DocumentedLimitsTest}. */
    @Test
    void everyMemberThatAReaderNamesIsDeclared() throws IOException {
        var declared = new TreeSet<String>();
        document().at("/components/schemas").findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(declared::add));

        assertThat(namedByReaders()).hasSizeGreaterThan(100).isSubsetOf(declared);
    }

    private static Set<String> namedByReaders() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(Files::isRegularFile).map(FormSchemasTest::text)
                    .filter(source -> source.contains("JsonForm"))
                    .flatMap(source -> MEMBER_READ.matcher(source).results())
                    .map(match -> Optional.ofNullable(match.group(1)).orElseGet(() -> match.group(2)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> requiredIn(Map<String, String> schemas) {
        var schemaNames = document().at("/components/schemas");
        return schemas.entrySet().stream().flatMap(
                each -> names(schemaNames.path(each.getValue()).path("required")).stream()
                        .map(name -> each.getKey() + "/" + name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> requiredBy(List<Map<String, String>> errors) {
        return errors.stream().filter(error -> error.get("detail").endsWith("` is required."))
                .map(error -> error.get("pointer").substring(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode required) {
        return required.valueStream().map(JsonNode::textValue).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All schemas that a request body leads to. */
    private static Map<String, JsonNode> forms() {
        var schemas = document().at("/components/schemas");
        var found = new TreeMap<String, JsonNode>();
        operations().forEach(operation -> collect(operation.path("requestBody"), schemas, found));
        return found;
    }

    private static void collect(JsonNode from, JsonNode schemas, Map<String, JsonNode> found) {
        from.findValuesAsText("$ref").stream().map(reference -> reference.replaceFirst(".*/", ""))
                .filter(name -> found.putIfAbsent(name, schemas.path(name)) == null)
                .forEach(name -> collect(schemas.path(name), schemas, found));
    }

    private static Stream<JsonNode> operations() {
        return document().path("paths").valueStream().flatMap(JsonNode::valueStream).filter(node -> node.has("operationId"));
    }

    private static JsonNode document() {
        return ParallelRequests.json(RestAssured.get("/q/openapi?format=json").asString());
    }
}
