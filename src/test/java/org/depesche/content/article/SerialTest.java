package org.depesche.content.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.content.editorial.EditorialRequests.ARTICLES;
import static org.depesche.content.editorial.EditorialRequests.createArticle;
import static org.depesche.content.editorial.EditorialRequests.createCategory;
import static org.depesche.content.editorial.EditorialRequests.publishArticle;
import static org.depesche.content.editorial.EditorialRequests.uniqueName;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

/** Articles, categories, tags, authors and images have a whole number beside the id, which is given once. */
@QuarkusTest
class SerialTest {

    private String section;

    @BeforeEach
    void aSection() {
        section = createCategory();
    }

    @Test
    void anArticleKeepsItsNumberWhateverHappensToIt() {
        var published = publish();
        var serial = serial(published);

        given().get("/v1/articles?view=full&ids=" + published.path("id")).then().body("items[0].serial", equalTo((int) serial));
        given().get("/v1/articles?ids=" + published.path("id")).then().body("items[0]", not(hasKey("serial")));
        for (var view : List.of("card", "summary", "full")) {
            given().get("/v1/articles?fields=serial&view=" + view + "&ids=" + published.path("id")).then()
                    .body("items[0]", aMapWithSize(2)).body("items[0].serial", equalTo((int) serial));
        }
        var url = ARTICLES + "/" + published.path("id");
        var gone = Callers.as("editor").header("If-Match", published.header("ETag")).post(url + "/unpublish").then()
                .statusCode(200).extract();
        publishArticle(gone);
        assertThat(serial(published)).isEqualTo(serial);
    }

    @Test
    void aNumberIsNeverGivenAgain() {
        var seen = new ArrayList<Long>();
        for (var round = 0; round < 3; round++) {
            var published = publish();
            seen.add(serial(published));
            var url = ARTICLES + "/" + published.path("id");
            var gone = Callers.as("editor").header("If-Match", published.header("ETag")).post(url + "/unpublish").then()
                    .statusCode(200).extract();
            Callers.as("editor").header("If-Match", gone.header("ETag")).delete(url).then().statusCode(204);
        }
        assertThat(seen).doesNotHaveDuplicates().isSorted().allMatch(serial -> serial > 0 && serial < 1L << 53);
    }

    @Test
    void whatAnArticleShowsHasOneToo() {
        var name = uniqueName("nummer");
        var article = publishArticle(createArticle(Map.of("headline", name, "category", section, "tags", List.of(name),
                "authors", List.of(name), "image", Map.of("alt", "Ein Bild"))));
        var image = given().get("/v1/articles/" + article.path("id")).<String> path("image.id");

        for (var path : List.of("/v1/categories/" + section, "/v1/tags/" + name, "/v1/authors/" + name,
                "/v1/images/" + image)) {
            assertThat(given().get(path).then().statusCode(200).extract().jsonPath().getLong("serial")).as(path).isPositive();
        }
    }

    private ExtractableResponse<Response> publish() {
        return publishArticle(createArticle(Map.of("headline", uniqueName("nummer"), "category", section)));
    }

    private static long serial(ExtractableResponse<Response> article) {
        return given().get("/v1/articles/" + article.path("id")).then().statusCode(200).extract().jsonPath().getLong("serial");
    }
}
