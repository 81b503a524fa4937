package org.depesche.content.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.kernel.HttpDate;
import org.depesche.platform.http.CacheTag;
import org.depesche.testkit.Callers;
import org.depesche.testkit.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

/** A response that contains names or slugs of other categories than its own becomes stale with those categories. */
@QuarkusTest
class UrlCacheTagsTest {

    private static final String DESK = "/v1/editorial/articles";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String own = "eigen-" + mark;
    private String ownTag = "";
    private String otherTag = "";
    private final String other = "fremd-" + mark;

    @BeforeEach
    void twoCategories() {
        ownTag = category(own, "default");
        otherTag = category(other, "default");
    }

    @Test
    void aLinkedArticleNamesItsCategory() {
        var linked = published("Verlinkt", Map.of("category", other));
        var article = published("Mit Verweis", Map.of("category", own, "body",
                List.of(Map.of("type", "articleLink", "article", linked))));

        assertThat(tags("/v1/articles/" + article)).contains(ownTag, otherTag);
        assertThat(tags("/v1/articles/" + article + "?include=bodyHtml&fields=bodyHtml")).contains(otherTag);
    }

    @Test
    void theCanonicalAddressNamesTheCategoryOfItsSite() {
        var site = "zweit-" + mark;
        Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("slug", site, "name", site, "language", "de", "url", "https://zweit.example.org"))
                .post("/v1/editorial/sites").then().statusCode(201);
        var there = category("dort-" + mark, site);
        var article = published("Auf beiden", Map.of("placements", List.of(Map.of("site", "default", "category", own),
                Map.of("site", site, "category", "dort-" + mark))));

        assertThat(tags("/v1/articles/" + article + "?site=" + site)).contains(there, ownTag);
        assertThat(tags("/v1/articles/" + article)).contains(ownTag).doesNotContain(there);
    }

    @Test
    void aTranslationNamesItsCategory() {
        var article = published("Deutsch", Map.of("category", own));
        published("English", Map.of("category", other, "language", "en", "translationOf", article));

        assertThat(tags("/v1/articles/" + article)).contains(ownTag, otherTag);
    }

    @Test
    void lastModifiedFollowsEveryCategoryAndTheEndOfWhatWasShown() {
        var clock = SettableClock.install();
        var linked = published("Verlinkt", Map.of("category", other));
        var author = "autorin-" + mark;
        var article = published("Mit Verweis", Map.of("category", own, "authors", List.of(author), "body",
                List.of(Map.of("type", "articleLink", "article", linked))));
        clock.advance(Duration.ofSeconds(1)); // the second of a change has no date
        var before = given().get("/v1/articles/" + article).header("Last-Modified");
        clock.advance(Duration.ofSeconds(1));

        var path = "/v1/editorial/categories/" + other;
        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", Callers.as("editor").get(path).header("ETag"))
                .body(Map.of("name", "Umbenannt")).patch(path).then().statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(given().get("/v1/articles/" + article + "?minSequence=0").header("Last-Modified")).isNotNull()
                .isNotEqualTo(before);

        var byline = "/v1/editorial/authors/" + author;
        Callers.as("admin").header("If-Match", Callers.as("admin").get(byline).header("ETag")).post(byline + "/erase").then()
                .statusCode(204);
        var erased = HttpDate.of(clock.instant());
        clock.advance(Duration.ofSeconds(2));
        assertThat(given().get("/v1/articles/" + article + "?minSequence=1").header("Last-Modified")).isEqualTo(erased);

        var shown = "/v1/editorial/articles/" + linked;
        Callers.as("editor").header("If-Match", Callers.as("editor").get(shown).header("ETag")).post(shown + "/unpublish")
                .then().statusCode(200);
        var unpublished = HttpDate.of(clock.instant());
        clock.advance(Duration.ofSeconds(2));
        assertThat(given().get("/v1/articles/" + article + "?minSequence=2").header("Last-Modified")).isEqualTo(unpublished);
    }

    private static List<String> tags(String path) {
        return List.of(given().get(path).then().statusCode(200).extract().header("Surrogate-Key").split(" "));
    }

    /** Creates a category, and returns its cache tag. */
    private static String category(String slug, String site) {
        return CacheTag.category(UUID.fromString(Callers.as("editor").contentType(ContentType.JSON)
                .body(Map.of("slug", slug, "name", slug)).post("/v1/editorial/categories?site=" + site).then().statusCode(201)
                .extract().path("id"))).text();
    }

    private static String published(String headline, Map<String, ?> more) {
        var json = new HashMap<String, Object>(more);
        json.put("headline", headline);
        var draft = sent(json, DESK, "", 201);
        return sent(Map.of(), DESK + "/" + draft.path("id") + "/publish", draft.header("ETag"), 200).path("id");
    }

    private static ExtractableResponse<Response> sent(Map<String, ?> json, String path, String etag, int status) {
        var asked = Callers.as("editor").contentType(ContentType.JSON).body(json);
        return (etag.isEmpty() ? asked : asked.header("If-Match", etag)).post(path).then().statusCode(status).extract();
    }
}
