package org.depesche.content.editorial;

import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;

import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Requests of the editorial API. */
public final class EditorialRequests {

    public static final String ARTICLES = "/v1/editorial/articles";

    private EditorialRequests() {
    }

    /** Returns a slug that no other test uses. */
    public static String uniqueName(String word) {
        return UniqueNames.of(word);
    }

    /** Creates a category and returns its slug. */
    public static String createCategory() {
        var slug = uniqueName("ressort");
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("slug", slug, "name", slug))
                .post("/v1/editorial/categories")
                .then().statusCode(201);
        return slug;
    }

    public static ValidatableResponse postArticle(Object json) {
        return Callers.as("editor").contentType("application/json").body(json).post(ARTICLES).then();
    }

    public static ExtractableResponse<Response> createArticle(Object json) {
        return postArticle(json).statusCode(201).extract();
    }

    public static ValidatableResponse postPublish(ExtractableResponse<Response> article, String json) {
        return Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag")).body(json)
                .post(ARTICLES + "/" + article.path("id") + "/publish").then();
    }

    public static ExtractableResponse<Response> publishArticle(ExtractableResponse<Response> article) {
        return postPublish(article, "{}").statusCode(200).extract();
    }

    public static ValidatableResponse getArticle(Object ref) {
        return Callers.as("editor").get(ARTICLES + "/" + ref).then();
    }

    public static ValidatableResponse getPublicArticle(Object ref) {
        return io.restassured.RestAssured.given().get("/v1/articles/" + ref).then();
    }
}
