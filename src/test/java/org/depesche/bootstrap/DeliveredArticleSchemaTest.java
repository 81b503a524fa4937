package org.depesche.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Every article that the service delivers fits the one schema that the OpenAPI document declares for its place. The tests share
 * the articles and the compiled schemas.
 */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class DeliveredArticleSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENT = "https://depesche.example/openapi";
    private static final String SCHEMAS = "#/components/schemas/";
    /** A reference is compiled when a response has the member. */
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder().preloadJsonSchema(false)
            .formatAssertionsEnabled(true).build();
    private static final List<String> SELECTIONS = List.of("", "view=card", "view=summary", "view=full",
            "view=card&include=body,bodyHtml,bodyText", "include=bodyText,renditions", "view=full&include=bodyHtml,bodyText",
            "fields=headline,url", "view=full&fields=slug,tags,seo&include=bodyText", "view=card&fields=image");

    /** The document that serves each selection of fields. */
    private final Map<Set<String>, JsonSchemaFactory> documents = new HashMap<>();
    private ObjectNode document;
    private boolean isPublished;
    private String word;
    private String category;
    private String article;
    private String image;
    private String collection;

    @BeforeEach
    void publishArticlesWithEveryMember() throws Exception {
        if (isPublished) {
            return;
        }
        document = (ObjectNode) JSON.readTree(given().queryParam("format", "json").get("/q/openapi").asString());
        word = "w" + UniqueNames.of("wort").replace("-", "");
        category = EditorialRequests.createCategory();
        var linked = publish(Map.of("headline", word + " Ziel", "category", category, "tags", List.of(word)));
        var whole = complete(linked);
        article = publish(whole);
        image = given().get("/v1/articles/" + article).path("image.id");
        publish(Map.of("headline", word + " English", "category", category, "language", "en", "translationOf", article));
        collection = UniqueNames.of("dossier");
        Callers.as("editor").contentType("application/json")
                .body(Map.of("name", "Dossier", "type", "series", "articles", List.of(article, linked)))
                .put("/v1/editorial/collections/" + collection).then().statusCode(201);
        isPublished = true;
    }

    @Test
    void everyItemOfEveryListFitsTheOneSchemaOfItsList() {
        await().until(() -> read("/v1/search?translations=all&q=" + word).path("items").size() == 3);
        for (var list : List.of("/v1/articles?category=" + category, "/v1/articles?ids=" + article,
                "/v1/categories/" + category + "/articles?limit=5", "/v1/images/" + image + "/articles?limit=5",
                "/v1/collections/" + collection + "?limit=5", "/v1/articles/" + article + "/related?limit=5",
                "/v1/search?translations=all&q=" + word)) {
            for (var selection : SELECTIONS) {
                var request = list + "&" + selection;

                var answer = read(request);

                assertThat(answer.path("items")).as(request).isNotEmpty();
                assertThat(mistakes(schema(list), answer, keptFields(selection))).as(request).isEmpty();
            }
        }
    }

    @Test
    void oneArticleFitsItsSchemaInEveryView() {
        for (var selection : Stream.concat(SELECTIONS.stream(), Stream.of("include=related&relatedView=card",
                "view=card&include=related,bodyHtml&relatedStrategy=latest", "fields=headline&include=related")).toList()) {
            var answer = read("/v1/articles/" + article + "?site=default&" + selection);

            assertThat(mistakes("Article", answer, Set.of())).as(selection).isEmpty();
        }
    }

    @Test
    void aPreviewOfADraftWithoutMembersFitsItsSchema() {
        var draft = EditorialRequests.createArticle(Map.of("teaser", "Noch ohne Titel"));
        var token = Callers.as("editor").contentType("application/json")
                .post(EditorialRequests.ARTICLES + "/" + draft.path("id") + "/preview-links").then().statusCode(201).extract()
                .<String> path("token");
        for (var selection : SELECTIONS) {
            var answer = read("/v1/preview/" + token + "?site=default&" + selection);

            assertThat(mistakes("Preview", answer, Set.of())).as(selection).isEmpty();
        }
    }

    @Test
    void theNewestArticlesOfCategoriesAreListedArticles() {
        for (var selection : List.of("", "&flat=true")) {
            var items = read("/v1/categories?include=latest" + selection).path("items");

            var latest = StreamSupport.stream(items.spliterator(), false).flatMap(item -> stream(item.path("latest"))).toList();

            assertThat(latest).isNotEmpty().allSatisfy(
                    item -> assertThat(mistakes("ListedArticle", item, Set.of())).isEmpty());
        }
    }

    @Test
    void aListedArticleRequiresWhatACardHasAndOffersAllElse() {
        var listed = document.at("/components/schemas/ListedArticle");
        var card = document.at("/components/schemas/ArticleCard");

        assertThat(listed.path("required")).isEqualTo(card.path("required"));
        assertThat(listed.path("properties").fieldNames()).toIterable()
                .containsAll(() -> card.path("properties").fieldNames())
                .contains("teaser", "tags", "body", "bodyHtml", "bodyText", "seo", "corrections", "wordCount");
        assertThat(document.path("components").findValues("anyOf")).allSatisfy(
                choice -> assertThat(choice.toString()).doesNotContain("Article\"", "ArticleCard"));
    }

    /** Adds to a list's errors the members of its items that the document does not have. */
    private List<String> mistakes(String schema, JsonNode answer, Set<String> keptFields) {
        var found = new ArrayList<String>();
        found.addAll(validate(schema, keptFields, answer));
        var declared = members(document.at("/components/schemas/" + schema));
        answer.fieldNames().forEachRemaining(member -> {
            if (!declared.contains(member)) {
                found.add(schema + " has no member " + member);
            }
        });
        var items = document.at("/components/schemas/" + schema).findPath("items").path("items").path("$ref").asText();
        if (!items.isEmpty() && answer.has("items")) {
            answer.path("items").forEach(item -> found.addAll(mistakes(items.substring(SCHEMAS.length()), item, keptFields)));
        }
        return found;
    }

    private Set<String> members(JsonNode schema) {
        var names = new HashSet<String>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.path("allOf").forEach(part -> names.addAll(members(part.has("$ref")
                ? document.at("/components/schemas/" + part.path("$ref").asText().substring(SCHEMAS.length()))
                : part)));
        return names;
    }

    private List<String> validate(String schema, Set<String> keptFields, JsonNode answer) {
        var text = documents.computeIfAbsent(keptFields, kept -> JsonSchemaFactory.getInstance(VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, relax(kept).toString())))));
        return text.getSchema(SchemaLocation.of(DOCUMENT + SCHEMAS + schema), CONFIG).validate(answer).stream()
                .map(Object::toString).toList();
    }

    /** The document as {@code fields} narrows it: in lists, what was not asked for is not required. */
    private ObjectNode relax(Set<String> keptFields) {
        if (keptFields.isEmpty()) {
            return document;
        }
        var relaxed = document.deepCopy();
        for (var name : List.of("ListedArticle", "RelatedItem", "SearchItem")) {
            relaxed.at("/components/schemas/" + name).findParents("required").forEach(part -> {
                var required = (ArrayNode) part.path("required");
                for (var i = required.size() - 1; i >= 0; i--) {
                    if (!keptFields.contains(required.get(i).asText())) {
                        required.remove(i);
                    }
                }
            });
        }
        return relaxed;
    }

    private static Set<String> keptFields(String selection) {
        return Stream.of(selection.split("&")).filter(parameter -> parameter.startsWith("fields="))
                .flatMap(parameter -> Stream.concat(Stream.of("id"), Stream.of(parameter.substring(7).split(","))))
                .collect(Collectors.toSet());
    }

    private String schema(String list) {
        var path = list.replaceFirst("\\?.*", "").replace(category, "{ref}").replace(article, "{ref}").replace(image, "{id}")
                .replace(collection, "{slug}");
        return document.path("paths").path(path).at("/get/responses/200/content/application~1json/schema/$ref").asText()
                .substring(SCHEMAS.length());
    }

    private static JsonNode read(String path) {
        try {
            return JSON.readTree(given().get(path).then().statusCode(200).extract().asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String publish(Map<String, Object> form) {
        return EditorialRequests.publishArticle(EditorialRequests.createArticle(form)).path("id");
    }

    private Map<String, Object> complete(String linked) {
        return Map.ofEntries(Map.entry("headline", word + " Ganz"), Map.entry("category", category),
                Map.entry("kicker", "Ort"), Map.entry("shortHeadline", "Kurz"), Map.entry("teaser", word + " im Vorspann"),
                Map.entry("tags", List.of(word, "Hafen")), Map.entry("authors", List.of("Petra Muster")),
                Map.entry("image", Map.of("alt", "Hafen", "src", "https://bild.example.org/" + word + ".jpg")),
                Map.entry("source", Map.of("name", "Agentur", "url", "https://quelle.example.org")),
                Map.entry("links", List.of(Map.of("title", "Mehr", "url", "https://link.example.org"))),
                Map.entry("corrections", List.of(Map.of("at", "2024-01-01", "note", "Berichtigt"))),
                Map.entry("seo", Map.of("title", "Titel")), Map.entry("rights", Map.of("copyright", "Verlag")),
                Map.entry("sensitive", false),
                Map.entry("body", List.of(Map.of("type", "paragraph", "html", word + " im Text"),
                        Map.of("type", "articleLink", "article", linked))));
    }
}
