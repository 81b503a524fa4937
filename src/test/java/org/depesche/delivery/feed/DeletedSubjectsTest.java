package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.delivery.feed.FeedsResourceTest.category;
import static org.depesche.delivery.feed.FeedsResourceTest.publish;
import static org.depesche.delivery.feed.FeedsResourceTest.titles;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Feeds of tags and authors that were deleted, erased or merged. */
@QuarkusTest
class DeletedSubjectsTest {

    @ParameterizedTest
    @ValueSource(strings = { "tag", "author" })
    void aDeletedTagOrAuthorIsGoneWhereItWasPublic(String kind) {
        var name = UniqueNames.of("name");
        var former = UniqueNames.of("frueher");
        var article = publish(category(), Map.of("headline", "Artikel", kind + "s", List.of(former)));
        change(kind, former, Map.of("slug", name, "name", name));
        var draft = UniqueNames.of("entwurf");
        Callers.as("admin").contentType(ContentType.JSON).body(Map.of("name", draft)).post("/v1/editorial/" + kind + "s").then()
                .statusCode(201);
        republishWithout(kind, article);
        delete(kind, name);
        delete(kind, draft);

        for (var format : List.of("json", "rss", "atom")) {
            for (var slug : List.of(name, former)) {
                var gone = given().get("/feeds/" + kind + "s/" + slug + "." + format).then().statusCode(410).extract();
                assertThat(gone.asString()).doesNotContain("Artikel");
                assertThat(gone.header("Surrogate-Key")).contains(kind + ":");
            }
            given().get("/feeds/" + kind + "s/" + draft + "." + format).then().statusCode(404);
        }
        var ids = Stream.of("articles", kind + "s/" + name, kind + "s/" + former)
                .map(feed -> given().get("/feeds/" + feed + ".atom").asString())
                .map(atom -> Jsoup.parse(atom, "", Parser.xmlParser()).select("feed > id").text()).toList();
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        given().get("/v1/resolve?url=/" + kind + "/" + former).then().statusCode(200).body("kind", equalTo(kind))
                .body("status", equalTo("gone"));
        given().get("/v1/resolve?url=/" + kind + "/" + draft).then().statusCode(404);
        given().get("/v1/" + kind + "s/" + name).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "tag", "author" })
    void theSlugOfADeletedTagOrAuthorIsFree(String kind) {
        var name = UniqueNames.of("name");
        var article = publish(category(), Map.of("headline", "Artikel", kind + "s", List.of(name)));
        republishWithout(kind, article);
        delete(kind, name);

        publish(category(), Map.of("headline", "Wieder", kind + "s", List.of(name)));

        assertThat(titles("/feeds/" + kind + "s/" + name + ".json")).containsExactly("Wieder");
        given().get("/v1/resolve?url=/" + kind + "/" + name).then().body("status", equalTo("current"));
    }

    @Test
    void nothingTellsOfAnErasedAuthor() {
        var name = UniqueNames.of("name");
        republishWithout("author", publish(category(), Map.of("headline", "Artikel", "authors", List.of(name))));
        var path = "/v1/editorial/authors/" + name;
        var tag = Callers.as("admin").get(path).header("ETag");
        delete("author", name);
        given().get("/feeds/authors/" + name + ".rss").then().statusCode(410);

        Callers.as("admin").header("If-Match", tag).post(path + "/erase").then().statusCode(204);

        given().get("/feeds/authors/" + name + ".rss").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "tag", "author" })
    void aMergedTagOrAuthorRedirectsInOneStep(String kind) {
        var first = UniqueNames.of("eins");
        var second = UniqueNames.of("zwei");
        publish(category(), Map.of("headline", "Eins", kind + "s", List.of(first)));
        publish(category(), Map.of("headline", "Zwei", kind + "s", List.of(second)));
        var path = "/v1/editorial/" + kind + "s/";
        Callers.as("admin").contentType(ContentType.JSON)
                .header("If-Match", Callers.as("admin").get(path + first).header("ETag"))
                .body(Map.of("target", second)).post(path + first + "/merge-into").then().statusCode(200);
        change(kind, second, Map.of("slug", second + "-neu"));

        for (var format : List.of("json", "rss", "atom")) {
            given().redirects().follow(false).get("/feeds/" + kind + "s/" + first + "." + format).then().statusCode(301)
                    .header("Location", endsWith("/feeds/" + kind + "s/" + second + "-neu." + format));
        }
    }

    private static void change(String kind, String slug, Map<String, ?> members) {
        var path = "/v1/editorial/" + kind + "s/" + slug;
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", Callers.as("admin").get(path).header("ETag"))
                .body(members).patch(path).then().statusCode(200);
    }

    private static void delete(String kind, String slug) {
        var path = "/v1/editorial/" + kind + "s/" + slug;
        Callers.as("admin").header("If-Match", Callers.as("admin").get(path).header("ETag")).delete(path).then()
                .statusCode(204);
    }

    private static void republishWithout(String kind, String article) {
        var path = "/v1/editorial/articles/" + article;
        var changed = Callers.as("admin").contentType(ContentType.JSON)
                .header("If-Match", Callers.as("admin").get(path).header("ETag")).body(Map.of(kind + "s", List.of()))
                .patch(path).then().statusCode(200).extract();
        Callers.as("admin").header("If-Match", changed.header("ETag")).post(path + "/publish").then().statusCode(200);
    }
}
