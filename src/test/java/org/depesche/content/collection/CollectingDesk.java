package org.depesche.content.collection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.depesche.testkit.Callers;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** A desk that writes articles and collects them, over HTTP alone. */
final class CollectingDesk {

    static final String COLLECTIONS = "/v1/editorial/collections/";

    private static final String ARTICLES = "/v1/editorial/articles";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private CollectingDesk() {
    }

    /** A slug that no other test uses. */
    static String unique(String word) {
        return word + "-" + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet();
    }

    static String section() {
        var slug = unique("ressort");
        editor().body(Map.of("slug", slug, "name", slug)).post("/v1/editorial/categories").then().statusCode(201);
        return slug;
    }

    static Piece draft(String section) {
        var made = editor().body(Map.of("headline", unique("Stück"), "category", section)).post(ARTICLES).then()
                .statusCode(201).extract();
        return new Piece(made.path("id"), made.path("slug"));
    }

    static Piece published(String section) {
        var draft = draft(section);
        publish(draft);
        return draft;
    }

    static void publish(Piece piece) {
        editor().header("If-Match", "*").post(ARTICLES + "/" + piece.id() + "/publish").then().statusCode(200);
    }

    static void unpublish(Piece piece) {
        editor().header("If-Match", "*").post(ARTICLES + "/" + piece.id() + "/unpublish").then().statusCode(200);
    }

    static void withdraw(Piece piece) {
        editor().header("If-Match", "*").body(Map.of("reason", "Irrtum", "notice", "Zurückgezogen"))
                .post(ARTICLES + "/" + piece.id() + "/withdraw").then().statusCode(200);
    }

    /** A new list with these articles. */
    static String collected(String type, Object... refs) {
        var slug = unique("sammlung");
        put(slug, null, form(slug, type, refs)).statusCode(201);
        return slug;
    }

    static Map<String, Object> form(String name, String type, Object... refs) {
        return Map.of("name", name, "type", type, "articles",
                List.of(refs).stream().map(ref -> ref instanceof Piece piece ? piece.id() : ref).toList());
    }

    static ValidatableResponse put(String slug, String ifMatch, Object body) {
        var request = editor().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(COLLECTIONS + slug).then();
    }

    static ValidatableResponse patch(String slug, String body) {
        return editor().header("If-Match", "*").body(body).patch(COLLECTIONS + slug).then();
    }

    static ExtractableResponse<Response> edited(String slug) {
        return editor().get(COLLECTIONS + slug).then().statusCode(200).extract();
    }

    static ValidatableResponse read(String slugAndQuery) {
        return RestAssured.given().urlEncodingEnabled(false).redirects().follow(false).get("/v1/collections/" + slugAndQuery)
                .then();
    }

    /** The ids that the public sees, in their order. */
    static List<String> shown(String slug) {
        return read(slug + "?limit=100&view=card").statusCode(200).extract().path("items.id");
    }

    static List<Map<String, Object>> standing(Piece piece) {
        return RestAssured.get("/v1/articles/" + piece.id()).then().statusCode(200).extract().path("collections");
    }

    static long now() {
        return Long.parseLong(RestAssured.get("/v1/sites").header("Depesche-Sequence"));
    }

    /** What the log tells of one subject after a position. */
    static List<Map<String, Object>> told(long since, String id) {
        JsonPath page = RestAssured.get("/v1/changes?limit=100&since=" + since).then().statusCode(200).extract().jsonPath();
        return page.<Map<String, Object>> getList("items").stream().filter(entry -> entry.get("id").equals(id)).toList();
    }

    static RequestSpecification editor() {
        return Callers.as("editor").contentType(ContentType.JSON);
    }

    /** An article of the desk. */
    record Piece(String id, String slug) {
    }
}
