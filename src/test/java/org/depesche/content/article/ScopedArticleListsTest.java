package org.depesche.content.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.publication.PublicationFixture;
import org.depesche.content.publication.PublicationFixture.TestCategory;
import org.depesche.platform.http.CacheTag;
import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The lists below tags and authors are the article list, filtered by what the path names. */
@QuarkusTest
class ScopedArticleListsTest {

    private static final Map<String, String> PATHS = Map.of("tag", "/v1/tags/", "author", "/v1/authors/");

    @Inject
    PublicationFixture newsroom;

    private TestCategory section;
    private String name;
    private UUID first;
    private UUID second;

    @BeforeEach
    void twoArticlesWithOneTagAndOneAuthor() {
        section = newsroom.createCategory("bereich");
        name = UniqueNames.of("gemeinsam");
        first = newsroom.newArticle(section, "Erste").tagged(name).by(name).at("2024-10-21T10:00:00Z").publish();
        second = newsroom.newArticle(section, "Zweite").tagged(name).by(name).tagged(name + "-zwei").by(name + "-zwei")
                .ofType("interview").at("2024-10-22T10:00:00Z").publish();
        newsroom.newArticle(section, "Fremde").publish();
    }

    @Test
    void theyHaveTheSameParametersAndPages() {
        PATHS.forEach((filter, path) -> {
            var list = path + name + "/articles";
            given().get(list).then().statusCode(200).body("items.id", contains(second.toString(), first.toString()));
            given().get(list + "?sort=publishedAt&total=true&view=card&limit=1").then().statusCode(200)
                    .body("items.id", contains(first.toString())).body("page.total", equalTo(2))
                    .body("page.next", containsString(list + "?"));
            given().get(list + "?type=interview").then().body("items.id", contains(second.toString()));
            given().get(list + "?" + filter + "=" + name + "-zwei").then().body("items.id", contains(second.toString()));
            given().get(list + "?colour=red").then().statusCode(400).body("errors.parameter", contains("colour"));
        });
    }

    @Test
    void idsAreThoseInTheList() {
        var other = newsroom.newArticle(section, "Andere").publish();
        PATHS.values().forEach(path -> given().get(path + name + "/articles?ids=" + first + "," + other).then()
                .statusCode(200).body("items.id", contains(first.toString())).body("missing", contains(other.toString())));
    }

    @Test
    void aFormerSlugRedirectsWithTheQuery() {
        PATHS.forEach((kind, path) -> {
            var desk = "/v1/editorial/" + kind + "s/" + name;
            var etag = Callers.as("admin").get(desk).header("ETag");
            Callers.as("admin").header("If-Match", etag).contentType("application/json")
                    .body(Map.of("slug", name + "-neu")).patch(desk).then().statusCode(200);

            given().redirects().follow(false).get(path + name + "/articles?view=card&limit=1").then().statusCode(301)
                    .header("Location", containsString(path + name + "-neu/articles?view=card&limit=1"));
            given().get(path + name + "-neu/articles").then().statusCode(200);
        });
    }

    @Test
    void whatNoPublicArticleUsesIsNotFound() {
        newsroom.unpublish(first);
        newsroom.unpublish(second);

        for (var path : PATHS.values()) {
            given().get(path + name + "/articles").then().statusCode(404);
            given().get(path + "gibt-es-nicht/articles").then().statusCode(404);
            given().get(path + UUID.randomUUID() + "/articles").then().statusCode(404);
        }
    }

    @Test
    void theyCarryTheTagOfTheirList() {
        var tag = UUID.fromString(given().get("/v1/tags/" + name).path("id"));
        var author = UUID.fromString(given().get("/v1/authors/" + name).path("id"));

        for (var query : List.of("", "?ids=" + first)) {
            assertThat(cacheTags("/v1/tags/" + name + "/articles" + query)).contains(CacheTag.listOfTag(tag).text());
            assertThat(cacheTags("/v1/authors/" + name + "/articles" + query)).contains(CacheTag.listOfAuthor(author).text());
        }
    }

    private static List<String> cacheTags(String path) {
        return List.of(given().get(path).then().statusCode(200).extract().header("Surrogate-Key").split(" "));
    }

    @Test
    void aLanguageHasTheArticlesOfItsRegions() {
        var austrian = newsroom.newArticle(section, "Jänner").inLanguage("de-AT").at("2024-10-24T10:00:00Z").publish();
        var dutch = newsroom.newArticle(section, "Januari").inLanguage("nl").at("2024-10-25T10:00:00Z").publish();
        var taiwanese = newsroom.newArticle(section, "一月").inLanguage("zh-Hant-TW").at("2024-10-26T10:00:00Z").publish();
        var list = "/v1/categories/" + section.slug() + "/articles?limit=1&language=";
        var archive = "/v1/archive?category=" + section.slug() + "&language=";

        given().get(list + "de").then().body("items.id", contains(austrian.toString()));
        given().get(list + "de&total=true").then().body("page.total", equalTo(4));
        given().get(list + "DE-at&total=true").then().body("items.id", contains(austrian.toString()))
                .body("page.total", equalTo(1));
        given().get(list + "de-CH&total=true").then().body("page.total", equalTo(0));
        given().get(list + "nl").then().body("items.id", contains(dutch.toString()));
        given().get(list + "zh-Hant").then().body("items.id", contains(taiwanese.toString()));
        given().get(list + "zh").then().body("items.id", contains(taiwanese.toString()));
        given().get(archive + "de").then().body("items.count", contains(4));
        given().get(archive + "de-AT").then().body("items.count", contains(1));
    }
}
