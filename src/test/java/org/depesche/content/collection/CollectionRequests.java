package org.depesche.content.collection;

import java.util.List;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Sends the requests of an editor who writes articles and collects them. */
public final class CollectionRequests {

    static final String COLLECTIONS = "/v1/editorial/collections/";

    private static final String ARTICLES = "/v1/editorial/articles";

    private CollectionRequests() {
    }

    /** A slug that no other test uses. */
    public static String uniqueName(String word) {
        return UniqueNames.of(word);
    }

    public static String createCategory() {
        var slug = uniqueName("ressort");
        editor().body(Map.of("slug", slug, "name", slug)).post("/v1/editorial/categories").then().statusCode(201);
        return slug;
    }

    public static CreatedArticle createDraft(String section) {
        var created = editor().body(Map.of("headline", uniqueName("Stück"), "category", section)).post(ARTICLES).then()
                .statusCode(201).extract();
        return new CreatedArticle(created.path("id"), created.path("slug"));
    }

    public static CreatedArticle createPublished(String section) {
        var draft = createDraft(section);
        publish(draft);
        return draft;
    }

    static void publish(CreatedArticle piece) {
        editor().header("If-Match", "*").post(ARTICLES + "/" + piece.id() + "/publish").then().statusCode(200);
    }

    static void unpublish(CreatedArticle piece) {
        editor().header("If-Match", "*").post(ARTICLES + "/" + piece.id() + "/unpublish").then().statusCode(200);
    }

    static void withdraw(CreatedArticle piece) {
        editor().header("If-Match", "*").body(Map.of("reason", "Irrtum", "notice", "Zurückgezogen"))
                .post(ARTICLES + "/" + piece.id() + "/withdraw").then().statusCode(200);
    }

    /** Creates a list with these articles. */
    public static String createCollection(String type, Object... refs) {
        var slug = uniqueName("sammlung");
        put(slug, null, collectionForm(slug, type, refs)).statusCode(201);
        return slug;
    }

    static Map<String, Object> collectionForm(String name, String type, Object... refs) {
        return Map.of("name", name, "type", type, "articles",
                List.of(refs).stream().map(ref -> ref instanceof CreatedArticle piece ? piece.id() : ref).toList());
    }

    public static ValidatableResponse put(String slug, String ifMatch, Object body) {
        var request = editor().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(COLLECTIONS + slug).then();
    }

    public static ValidatableResponse patch(String slug, String body) {
        return editor().header("If-Match", "*").body(body).patch(COLLECTIONS + slug).then();
    }

    public static ExtractableResponse<Response> getEditorial(String slug) {
        return editor().get(COLLECTIONS + slug).then().statusCode(200).extract();
    }

    public static ValidatableResponse getPublic(String slugAndQuery) {
        return RestAssured.given().urlEncodingEnabled(false).redirects().follow(false).get("/v1/collections/" + slugAndQuery)
                .then();
    }

    /** The ids of the public articles, in their order. */
    static List<String> publicArticleIds(String slug) {
        return getPublic(slug + "?limit=100&view=card").statusCode(200).extract().path("items.id");
    }

    static List<Map<String, Object>> collectionsOf(CreatedArticle piece) {
        return RestAssured.get("/v1/articles/" + piece.id()).then().statusCode(200).extract().path("collections");
    }

    static long sequence() {
        return Long.parseLong(RestAssured.get("/v1/sites").header("Depesche-Sequence"));
    }

    /** The changes of a subject after a sequence. */
    static List<Map<String, Object>> changesOf(long since, String id) {
        JsonPath page = RestAssured.get("/v1/changes?limit=100&since=" + since).then().statusCode(200).extract().jsonPath();
        return page.<Map<String, Object>> getList("items").stream().filter(entry -> entry.get("id").equals(id)).toList();
    }

    public static RequestSpecification editor() {
        return Callers.as("editor").contentType(ContentType.JSON);
    }

    /** An article that an editor created. */
    public record CreatedArticle(String id, String slug) {
    }
}
