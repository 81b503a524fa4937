package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depesche.delivery.feed.FeedsResourceTest.category;
import static org.depesche.delivery.feed.FeedsResourceTest.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.delivery.feed.request.FeedParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.problem.Problem;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

/** F14 and F15: nothing is lost between two polls, and all answers tell browsers the same. */
@QuarkusTest
class FeedArchivesTest {

    private String category;

    @Inject
    FeedPager pager;

    @BeforeEach
    void begin() {
        category = category();
    }

    @Test
    void aBusyHourIsOnTheFirstPageAsAWhole() {
        importArticles(120, "2024-10-21T10:%02d:00Z");

        assertThat(page("").jsonPath().getList("items")).hasSize(120);
    }

    @Test
    void theFirstPageOfAVeryBusyDayEndsAtItsLimitAndTheMonthGoesOn() {
        importArticles(260, "2024-10-21T%02d:30:00Z");

        var first = page("").jsonPath();
        var second = given().urlEncodingEnabled(false).get(first.getString("next_url").replaceFirst("http://[^/]+", "")).then()
                .statusCode(200).extract().jsonPath();

        assertThat(first.getList("items")).hasSize(200);
        assertThat(first.getString("next_url")).contains("archive=2024-10");
        assertThat(second.getList("items.id")).hasSize(60).doesNotContainAnyElementsOf(first.getList("items.id"));
    }

    @Test
    void whoWalksWhileOthersPublishGetsEachItemOnce() {
        importArticles(230, "2024-%02d-03T10:00:00Z");
        var ids = new ArrayList<String>();
        for (var next = "/feeds/categories/" + category + ".json"; next != null;) {
            var page = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
            ids.addAll(page.getList("items.id"));
            publish(category, Map.of("headline", "Dazwischen"));
            next = page.getString("next_url");
            next = next == null ? null : next.replaceFirst("http://[^/]+", "");
        }

        assertThat(ids).hasSizeGreaterThanOrEqualTo(230).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = { "json", "rss", "atom" })
    void aClosedMonthChangesOnlyWithItsArticles(String format) {
        importArticles(3, "2023-05-%02dT10:00:00Z");
        var path = "/feeds/categories/" + category + "." + format + "?archive=2023-05";
        var before = given().get(path).then().statusCode(200).extract();
        publish(category, Map.of("headline", "Heute"));
        Newsroom.importArticles("{\"headline\":\"Im Juni\",\"category\":\"%s\",\"publishedAt\":\"2023-06-01T10:00:00Z\"}"
                .formatted(category));

        assertThat(given().get(path).asByteArray()).isEqualTo(before.asByteArray());
        assertThat(given().get(path).header("ETag")).isEqualTo(before.header("ETag"));

        var slug = given().get("/v1/categories/" + category + "/articles?sort=publishedAt").<String> path("items[0].slug");
        var article = "/v1/editorial/articles/" + slug;
        var changed = Callers.as("admin").contentType(ContentType.JSON)
                .header("If-Match", Callers.as("admin").get(article).header("ETag")).body(Map.of("headline", "Berichtigt"))
                .patch(article).then().statusCode(200).extract();
        Callers.as("admin").header("If-Match", changed.header("ETag")).post(article + "/publish").then().statusCode(200);
        assertThat(given().get(path).then().extract().asString()).contains("Berichtigt");
        assertThat(given().get(path).header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "json", "rss", "atom" })
    void aMonthWithoutArticlesDoesNotChangeWithThoseOfOtherLists(String format) {
        importArticles(1, "2024-10-%02dT10:00:00Z");
        var path = "/feeds/categories/" + category + "." + format + "?archive=2019-03";
        var before = given().get(path).then().statusCode(200).extract();
        Newsroom.importArticles("{\"headline\":\"Anderswo\",\"category\":\"%s\",\"publishedAt\":\"2019-03-02\"}"
                .formatted(category()));

        var after = given().header("Accept", "*/*, text/x-none;q=0.0000").get(path).then().statusCode(200).extract();

        assertThat(after.header("Cache-Status")).doesNotContain("hit");
        assertThat(after.asByteArray()).isEqualTo(before.asByteArray());
        if (format.equals("atom")) {
            assertThat(after.asString()).contains("<updated>2019-03-01T00:00:00+01:00</updated>");
        }
    }

    /** Old articles may be imported after the end was read, and after a gap of years. */
    @Test
    void aStoredPageLeadsToWhatIsImportedBeforeIt() {
        var path = "/feeds/categories/" + category + ".json?archive=2024-10";
        importArticles(1, "2024-10-%02dT10:00:00Z");
        assertThat(given().get(path).jsonPath().getString("next_url")).isNull();

        for (var month : List.of("2010-05", "2015-03", "2024-08")) {
            Newsroom.importArticles("{\"headline\":\"Alt\",\"category\":\"%s\",\"publishedAt\":\"%s-02T10:00:00Z\"}"
                    .formatted(category, month));
            assertThat(given().get(path).jsonPath().getString("next_url")).endsWith("archive=" + month);
        }
    }

    /** An archive has the tags of its month, and of what changes its list beside the articles of the month. */
    @Test
    void anArchiveNamesWhateverChangesItsList() {
        importArticles(2, "2024-10-%02dT10:00:00Z");
        var slugs = given().get("/v1/categories/" + category + "/articles").jsonPath().<String> getList("items.slug");
        Callers.as("editor").contentType(ContentType.JSON)
                .body(Map.of("name", category, "type", "list", "articles", slugs.subList(0, 1)))
                .put("/v1/editorial/collections/" + category).then().statusCode(201);

        var found = given().get("/feeds/articles.json?archive=2024-10&excludeCollection=" + category + "&category=" + category)
                .then().statusCode(200).extract();

        assertThat(found.jsonPath().getList("items")).hasSize(1);
        assertThat(found.header("Surrogate-Key").split(" ")).contains("list:month:2024-10", "categories")
                .anyMatch(tag -> tag.startsWith("collection:")).doesNotContain("list:all");
        assertThat(given().get("/feeds/search.json?archive=2024-10&q=Nummer&category=" + category).then().statusCode(200)
                .extract().header("Surrogate-Key").split(" "))
                .contains("list:month:2024-10", "categories", "tags", "authors").doesNotContain("list:all");
    }

    /** Its checksum is right: a client can write a cursor of its own. */
    @Test
    void aCursorThatNamesNoArticleIsRefused() {
        var cursor = new Cursor(Cursor.Direction.NEXT, "position", List.of("x")).encode("key");
        var parameters = new FeedParameters(null, cursor, null, null, null);

        assertThatThrownBy(() -> pager.inOrder(List.of(), Set.of(), "key", parameters)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "json", "rss", "atom" })
    void browsersOfEveryOriginMayReadEveryAnswer(String format) {
        publish(category, Map.of("headline", "Heute"));
        var path = "/feeds/categories/" + category + "." + format;
        var first = given().header("Origin", "https://partner.example").get(path).then().statusCode(200).extract();
        var answers = List.of(first, given().header("Origin", "https://partner.example").get(path).then().extract(),
                given().header("Origin", "https://partner.example").header("If-None-Match", first.header("ETag")).get(path)
                        .then().statusCode(304).extract(),
                given().header("Origin", "https://partner.example").get(path + "?nie=1").then().statusCode(400).extract());
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo(first.header("Access-Control-Expose-Headers"));
        });
        assertThat(first.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(first.header("Content-Type")).isEqualTo("application/" + (format.equals("json") ? "feed" : format) + "+"
                + (format.equals("json") ? "json" : "xml") + ";charset=utf-8");
        given().header("Origin", "https://partner.example").header("Access-Control-Request-Method", "GET").options(path).then()
                .statusCode(204).header("Access-Control-Allow-Origin", "*");
    }

    private ExtractableResponse<Response> page(String query) {
        return given().get("/feeds/categories/" + category + ".json" + query).then().statusCode(200).extract();
    }

    /** @param time takes a number, which is at least 1 and at most 12 where there are more articles than days */
    private void importArticles(int count, String time) {
        var lines = IntStream.range(0, count).mapToObj(number -> """
                {"headline":"Nummer %d","category":"%s","publishedAt":"%s","origin":{"system":"%s","id":"%d"}}"""
                .formatted(number, category, time.formatted(1 + number % (count > 200 ? 12 : count > 31 ? 59 : 28)), category,
                        number))
                .collect(Collectors.joining("\n"));
        Newsroom.importArticles(lines);
    }
}
