package org.depesche.content.editorial;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.depesche.testkit.Callers;

import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** The desk as its clients see it: over HTTP alone. */
final class Desk {

    static final String ARTICLES = "/v1/editorial/articles";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Desk() {
    }

    /** A slug that no other test uses. */
    static String unique(String word) {
        return word + "-" + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet();
    }

    /** The slug of a new category. */
    static String category() {
        var slug = unique("ressort");
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("slug", slug, "name", slug))
                .post("/v1/editorial/categories")
                .then().statusCode(201);
        return slug;
    }

    static ValidatableResponse write(Object json) {
        return Callers.as("editor").contentType("application/json").body(json).post(ARTICLES).then();
    }

    static ExtractableResponse<Response> written(Object json) {
        return write(json).statusCode(201).extract();
    }

    static ValidatableResponse publish(ExtractableResponse<Response> article, String json) {
        return Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag")).body(json)
                .post(ARTICLES + "/" + article.path("id") + "/publish").then();
    }

    static ExtractableResponse<Response> published(ExtractableResponse<Response> article) {
        return publish(article, "{}").statusCode(200).extract();
    }

    static ValidatableResponse read(Object ref) {
        return Callers.as("editor").get(ARTICLES + "/" + ref).then();
    }

    static ValidatableResponse delivered(Object ref) {
        return io.restassured.RestAssured.given().get("/v1/articles/" + ref).then();
    }
}
