package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.delivery.feed.FeedsResourceTest.category;
import static org.depesche.delivery.feed.FeedsResourceTest.publish;
import static org.hamcrest.Matchers.endsWith;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.testkit.Callers;
import org.depesche.testkit.RawHttp;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** F15: feeds that moved or ended, and what every answer tells browsers. */
@QuarkusTest
class MovedFeedsTest {

    private static final String EDITORIAL = "/v1/editorial/";
    private static final List<String> FORMATS = List.of("json", "rss", "atom");

    @ParameterizedTest
    @ValueSource(strings = { "categories", "tags", "authors", "collections" })
    void threeRenamesAreOneHopInEveryFormat(String kind) {
        var names = Stream.generate(() -> UniqueNames.of("name")).limit(4).toList();
        make(kind, names.get(0));
        for (var next : names.subList(1, 4)) {
            change(kind, names.get(names.indexOf(next) - 1), Map.of("slug", next));
        }

        for (var format : FORMATS) {
            for (var former : names.subList(0, 3)) {
                var moved = given().redirects().follow(false)
                        .get("/feeds/" + kind + "/" + former + "." + format + "?content=teaser").then().statusCode(301)
                        .header("Location", endsWith("/feeds/" + kind + "/" + names.get(3) + "." + format + "?content=teaser"))
                        .extract();
                given().redirects().follow(false).get(moved.header("Location")).then().statusCode(200);
            }
        }
    }

    private static void make(String kind, String name) {
        switch (kind) {
            case "categories" -> Callers.as("admin").contentType(ContentType.JSON).body(Map.of("slug", name, "name", name))
                    .post(EDITORIAL + kind).then().statusCode(201);
            case "collections" -> Callers.as("admin").contentType(ContentType.JSON).header("If-None-Match", "*")
                    .body(Map.of("name", name, "articles", List.of())).put(EDITORIAL + kind + "/" + name).then()
                    .statusCode(201);
            default -> publish(category(), Map.of("headline", "Artikel", kind, List.of(name)));
        }
    }

    private static void change(String kind, String slug, Map<String, ?> members) {
        var path = EDITORIAL + kind + "/" + slug;
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", Callers.as("admin").get(path).header("ETag"))
                .body(members).patch(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "json", "rss", "atom" })
    void everyAnswerHasTheSameHeadersForPagesOfOtherOrigins(String format) {
        var category = category();
        publish(category, Map.of("headline", "Da"));
        var renamed = UniqueNames.of("neu");
        change("categories", category, Map.of("slug", renamed));
        var ended = category();
        var endedPath = EDITORIAL + "categories/" + ended;
        Callers.as("admin").header("If-Match", Callers.as("admin").get(endedPath).header("ETag")).delete(endedPath).then()
                .statusCode(204);
        var path = "/feeds/categories/" + renamed + "." + format;
        var first = asked().get(path);

        var answers = Map.of("computed", first, "cached", asked().get(path), "unchanged",
                asked().header("If-None-Match", first.header("ETag")).get(path), "moved",
                asked().get("/feeds/categories/" + category + "." + format), "moved, cached",
                asked().get("/feeds/categories/" + category + "." + format), "gone",
                asked().get("/feeds/categories/" + ended + "." + format), "wrong", asked().get(path + "?nie=1"), "options",
                asked().options(path));

        answers.forEach((name, answer) -> assertThat(cors(answer)).as(name).isEqualTo(cors(first)).hasSize(2));
        assertThat(answers.values()).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 200, 304, 301, 301, 410,
                400, 204);
        var preflight = cors(asked().header("Access-Control-Request-Method", "GET").options(path));
        assertThat(preflight).containsAllEntriesOf(cors(first)).containsKeys("access-control-allow-methods",
                "access-control-allow-headers", "access-control-max-age");
    }

    private static RequestSpecification asked() {
        return given().redirects().follow(false).header("Origin", "https://partner.example");
    }

    private static Map<String, String> cors(Response answer) {
        return answer.headers().asList().stream()
                .collect(Collectors.toMap(header -> header.getName().toLowerCase(Locale.ROOT), header -> header.getValue()))
                .entrySet().stream().filter(header -> header.getKey().startsWith("access-control-"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All headers, those that differ from run to run by their form. */
    @ParameterizedTest
    @ValueSource(strings = { "json;application/feed+json", "rss;application/rss+xml", "atom;application/atom+xml" })
    void theHeadersOfAFeedAreThese(String format) {
        var clock = SettableClock.install();
        var category = category();
        publish(category, Map.of("headline", "Da"));
        clock.advance(Duration.ofSeconds(5));
        var parts = format.split(";");
        var path = "/feeds/categories/" + category + "." + parts[0];

        var headers = new TreeMap<String, String>();
        RawHttp.get(path).headers().map().forEach((name, values) -> headers.put(name, String.join(" and ", values)));

        assertThat(headers.keySet()).containsExactly("access-control-allow-origin", "access-control-expose-headers",
                "cache-control", "cache-status", "content-length", "content-type", "date", "depesche-sequence", "etag",
                "last-modified", "link", "surrogate-key", "vary", "x-content-type-options");
        assertThat(headers).containsEntry("content-type", parts[1] + ";charset=utf-8")
                .containsEntry("cache-control",
                        "public, max-age=300, s-maxage=3600, stale-while-revalidate=300, stale-if-error=86400")
                .containsEntry("vary", "Accept-Encoding, Authorization").containsEntry("x-content-type-options", "nosniff")
                .containsEntry("access-control-allow-origin", "*");
        assertThat(headers.get("etag")).matches("\"[A-Za-z0-9_-]{16}\"");
        assertThat(headers.get("link")).matches("<http://localhost:\\d+" + path.replace(".", "\\.") + ">; rel=\"self\".*");
        assertThat(headers.get("surrogate-key")).contains("list:category:", "category:");
        assertThat(headers.get("last-modified")).matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
    }

    /** Neither readers nor pages find a type whose plus is escaped, or a relation of two words. */
    @Test
    void noFormatEscapesThePlusOfAType() {
        for (var format : FORMATS) {
            var text = given().get("/feeds/articles." + format).then().statusCode(200).extract().asString();
            assertThat(text).doesNotContain("&#43;", "&#x2B;", "&plus;", "alternate feed", "xml-stylesheet");
        }
        assertThat(given().get("/feeds/articles.rss").asString()).contains("type=\"application/rss+xml\"");
        assertThat(given().get("/feeds/articles.atom").asString()).contains("type=\"application/atom+xml\"");
    }
}
