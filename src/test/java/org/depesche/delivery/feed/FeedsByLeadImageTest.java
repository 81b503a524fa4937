package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.depesche.delivery.feed.FeedsResourceTest.category;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.depesche.testkit.Uploads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Feeds of articles with a lead image change with the rights of images. Whoever asks by date alone learns of it. */
@QuarkusTest
class FeedsByLeadImageTest {

    private static final Duration DAY = Duration.ofDays(1);

    private SettableClock clock;
    private String category;
    private String image;
    private List<String> feeds;

    @BeforeEach
    void publishTwoArticlesOfOneImage() {
        clock = SettableClock.install();
        category = category();
        image = Callers.as("editor").contentType(ContentType.JSON)
                .body(Map.of("alt", UniqueNames.of("Hafen"), "rights", rights(DAY.multipliedBy(2).minusMinutes(5))))
                .post(Uploads.IMAGES).then().statusCode(201).extract().path("id");
        var article = "{\"slug\":\"%s\",\"headline\":\"Hafen\",\"category\":\"%s\",\"publishedAt\":\"2020-02-02\",\"image\":"
                + "{\"id\":\"" + image + "\"}}%n";
        Newsroom.importArticles(article.formatted(category + "-1", category) + article.formatted(category + "-2", category));
        Callers.as("editor").contentType(ContentType.JSON)
                .body(Map.of("name", category, "type", "list", "articles", List.of(category + "-1", category + "-2")))
                .put("/v1/editorial/collections/" + category).then().statusCode(201);
        feeds = List.of("categories/" + category + ".json?hasImage=true",
                "categories/" + category + ".json?hasImage=true&archive=2020-02",
                "collections/" + category + ".json?hasImage=true",
                "articles/" + category + "-1/related.json?hasImage=true&category=" + category);
    }

    /** Of other tests the clock is another one. */
    @AfterEach
    void noRightsEnd() {
        change(null);
        await().until(() -> items(feeds.get(0), null) == 2);
    }

    @Test
    void theirLastModificationMovesWhenRightsExpireAreExtendedAndShortened() {
        clock.advance(DAY); // other tests of rights had their clock ahead
        var dates = lastModified(true);

        clock.advance(DAY);
        assertEachIsModified(dates, false);

        dates = lastModified(false);
        change(DAY);
        assertEachIsModified(dates, true);

        dates = lastModified(true);
        change(DAY.negated());
        assertEachIsModified(dates, false);
    }

    /** Their dates, once nothing is to change. A second in which something changed has no date before it is over. */
    private Map<String, String> lastModified(boolean areListed) {
        var dates = new HashMap<String, String>();
        clock.advance(Duration.ofMinutes(1));
        feeds.forEach(feed -> await().untilAsserted(() -> {
            var answer = given().get("/feeds/" + feed).then().statusCode(200).extract();
            assertThat(answer.jsonPath().getList("items").isEmpty()).as(feed).isEqualTo(!areListed);
            assertThat(answer.header("Last-Modified")).as(feed).isNotNull();
            assertThat(given().header("If-Modified-Since", answer.header("Last-Modified")).get("/feeds/" + feed).statusCode())
                    .as(feed).isEqualTo(304);
            dates.put(feed, answer.header("Last-Modified"));
        }));
        return dates;
    }

    private void assertEachIsModified(Map<String, String> dates, boolean areListed) {
        feeds.forEach(feed -> await().untilAsserted(
                () -> assertThat(items(feed, dates.get(feed)) > 0).as(feed).isEqualTo(areListed)));
    }

    /** The number of items of a feed that was modified since. */
    private static int items(String feed, @Nullable String since) {
        var request = since == null ? given() : given().header("If-Modified-Since", since);
        return request.get("/feeds/" + feed).then().statusCode(200).extract().jsonPath().getList("items").size();
    }

    private void change(@Nullable Duration left) {
        Callers.as("editor").header("If-Match", "*").contentType(ContentType.JSON).body(Map.of("rights", rights(left)))
                .patch(Uploads.IMAGES + "/" + image).then().statusCode(200);
    }

    private Map<String, Object> rights(@Nullable Duration left) {
        var rights = new HashMap<String, Object>();
        rights.put("expiresAt", left == null ? null : clock.instant().plus(left).toString());
        return rights;
    }
}
