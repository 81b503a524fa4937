package org.depesche.content.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.body.Block;
import org.depesche.content.publication.PublicationFixture;
import org.depesche.content.publication.PublicationFixture.TestCategory;
import org.depesche.platform.http.CacheTag;
import org.depesche.testkit.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ArticlesResourceTest {

    @Inject
    PublicationFixture newsroom;

    private TestCategory section;

    @BeforeEach
    void aSectionOfItsOwn() {
        section = newsroom.createCategory("liste");
    }

    @Test
    void filtersSelect() {
        var plain = newsroom.newArticle(section, "Schlicht").publish();
        var pictured = newsroom.newArticle(section, "Mit Bild").withImage().publish();
        var paid = newsroom.newArticle(section, "Bezahlt").asAdvertising().publish();
        var english = newsroom.newArticle(section, "English").inLanguage("en").ofType("opinion").publish();

        list("hasImage=true").body("items.id", contains(pictured.toString()));
        list("hasImage=false").body("items.id", not(hasItem(pictured.toString())));
        list("advertising=only").body("items.id", contains(paid.toString()));
        list("advertising=exclude").body("items.id", not(hasItem(paid.toString())));
        list("language=en").body("items.id", contains(english.toString()));
        list("type=opinion,feature").body("items.id", contains(english.toString()));
        list("exclude=" + plain + "," + paid).body("items.id", contains(english.toString(), pictured.toString()));
        list("hasImage=false&advertising=exclude&language=de").body("items.id", contains(plain.toString()));
    }

    @Test
    void aRangeIsInclusiveAndExclusiveInDaysOfTheZone() {
        var lateOnTheDayBefore = newsroom.publish(section, "Vorabend", "2024-10-20T21:59:59Z");
        var midnight = newsroom.publish(section, "Mitternacht", "2024-10-20T22:00:00Z");
        var nextMidnight = newsroom.publish(section, "Nächste", "2024-10-21T22:00:00Z");

        list("from=2024-10-21&before=2024-10-22").body("items.id", contains(midnight.toString()));
        list("from=2024-10-21").body("items.id", contains(nextMidnight.toString(), midnight.toString()));
        list("before=2024-10-21").body("items.id", contains(lateOnTheDayBefore.toString()));
        list("from=2024-10-21&sort=-updatedAt").body("items.id", contains(nextMidnight.toString(), midnight.toString()));
    }

    @Test
    void theFourOrders() {
        var first = newsroom.newArticle(section, "Erste").at("2024-01-01T00:00:00Z").updatedAt("2024-12-01T00:00:00Z")
                .publish();
        var second = newsroom.newArticle(section, "Zweite").at("2024-02-01T00:00:00Z").publish();

        list("sort=-publishedAt").body("items.id", contains(second.toString(), first.toString()));
        list("sort=publishedAt").body("items.id", contains(first.toString(), second.toString()));
        list("sort=-updatedAt").body("items.id", contains(first.toString(), second.toString()));
        list("sort=updatedAt").body("items.id", contains(second.toString(), first.toString()));
    }

    @Test
    void tagsCombine() {
        var mark = "t" + System.nanoTime();
        var both = newsroom.newArticle(section, "Beide").tagged(mark + "a").tagged(mark + "b").publish();
        var one = newsroom.newArticle(section, "Eine").tagged(mark + "a").publish();

        list("tag=" + mark + "a," + mark + "b").body("items.id", containsInAnyOrder(both.toString(), one.toString()));
        list("tag=" + mark + "a&tag=" + mark + "b&total=true").body("items.id", contains(both.toString()))
                .body("page.total", equalTo(1));
        given().get("/v1/articles?tag=" + mark + "c").then().statusCode(400).body("errors[0].parameter", equalTo("tag"));
    }

    @Test
    void aCategoryListsTheArticlesOfItsDescendants() {
        var below = newsroom.createCategory("unter", section);
        var id = newsroom.publish(below, "Tief unten", "2024-10-21T10:00:00Z");

        list("total=true").body("items.id", contains(id.toString())).body("page.total", equalTo(1))
                .body("items[0].category.path.slug", contains(section.slug(), below.slug()));
        given().get("/v1/categories/" + section.slug() + "/articles").then().statusCode(200)
                .body("items.id", contains(id.toString()));
        given().get("/v1/categories/" + section.slug()).then().body("articleCount", equalTo(1));
    }

    @Test
    void previousLeadsBackToTheBeginning() {
        for (var i = 0; i < 5; i++) {
            newsroom.publish(section, "Meldung " + i, "2024-10-2" + i + "T10:00:00Z");
        }

        var first = list("limit=2").body("page.previous", nullValue()).extract().jsonPath();
        var second = follow(first.getString("page.next"));
        var last = follow(second.extract().path("page.next"));
        var back = follow(second.extract().path("page.previous"));

        last.body("items", hasSize(1)).body("page.next", nullValue());
        back.body("items.id", equalTo(first.getList("items.id"))).body("page.previous", nullValue());
        second.header("Link", containsString("rel=\"next\"")).header("Link", containsString("rel=\"prev\""));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        for (var i = 0; i < 2; i++) {
            newsroom.publish(section, "Meldung " + i, "2024-10-21T10:00:00Z");
        }
        var next = list("limit=1").extract().<String> path("page.next");

        given().urlEncodingEnabled(false).get(next + "&type=news").then().statusCode(400)
                .body("errors.parameter", hasItem("cursor"));
    }

    @Test
    void articlesByIdKeepTheirOrderAndMissingIdsAreReported() {
        var one = newsroom.publish(section, "Eins", "2024-10-21T10:00:00Z");
        var two = newsroom.publish(section, "Zwei", "2024-10-22T10:00:00Z");
        var unknown = UUID.randomUUID();

        given().get("/v1/articles?ids=" + one + "," + unknown + "," + two).then().statusCode(200)
                .body("items.id", contains(one.toString(), two.toString())).body("missing", contains(unknown.toString()));
        given().get("/v1/articles?sort=updatedAt&ids=" + one).then().statusCode(400).body("errors[0].parameter",
                equalTo("sort"));
    }

    @Test
    void idsWithinACategoryAreThoseThatStandInItOrBelow() {
        var below = newsroom.publish(newsroom.createCategory("darunter", section), "Darunter", "2024-10-21T10:00:00Z");
        var inside = newsroom.publish(section, "Darin", "2024-10-22T10:00:00Z");
        var outside = newsroom.publish(newsroom.createCategory("woanders"), "Draußen", "2024-10-23T10:00:00Z");
        var list = "/v1/categories/" + section.slug() + "/articles?ids=" + below + "," + outside + "," + inside;

        var answer = given().get(list).then().statusCode(200).body("items.id", contains(below.toString(), inside.toString()))
                .body("missing", contains(outside.toString())).extract();

        assertThat(answer.header("Surrogate-Key").split(" ")).contains(CacheTag.listOfCategory(section.id()).text(),
                CacheTag.article(outside).text());
        given().get(list + "&tag=x").then().statusCode(400).body("errors.parameter", contains("tag"));
    }

    @Test
    void idsAtAnImageAreThoseThatShowIt() {
        var shows = newsroom.newArticle(section, "Zeigt es").withImage().publish();
        var other = newsroom.newArticle(section, "Zeigt anderes").withImage().publish();
        var image = given().get("/v1/articles/" + shows).then().extract().<String> path("image.id");

        given().get("/v1/images/" + image + "/articles?ids=" + other + "," + shows).then().statusCode(200)
                .body("items.id", contains(shows.toString())).body("missing", contains(other.toString()));
    }

    @Test
    void viewsGrowAndFieldsPrune() {
        newsroom.publish(section, "Ansichten", "2024-10-21T10:00:00Z");

        list("view=card").body("items[0]", not(hasKey("tags"))).body("items[0]", not(hasKey("body")));
        list("").body("items[0]", hasKey("tags")).body("items[0]", not(hasKey("body")));
        list("view=full").body("items[0]", hasKey("body")).body("items[0]", hasKey("seo"));
        list("fields=headline").body("items[0]", aMapWithSize(2)).body("items[0]", hasKey("id"));
        list("fields=headline&include=bodyText,bodyHtml").body("items[0].bodyText", equalTo("Ein kurzer Text."))
                .body("items[0].bodyHtml", equalTo("<p>Ein kurzer Text.</p>"));
        list("fields=headline&fields=slug&include=bodyText&include=bodyHtml").body("items[0]", aMapWithSize(5));
        given().get("/v1/articles?fields=headlin").then().statusCode(400).body("errors[0].detail", containsString("headline"));
    }

    @Test
    void allErrorsAreReportedAtOnce() {
        given().get("/v1/articles?limit=101&sort=newest&colour=red&from=gestern&hasImage=").then().statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", containsInAnyOrder("limit", "sort", "colour", "from", "hasImage"));
    }

    @Test
    void aFormerSlugRedirectsForGood() {
        var draft = newsroom.newArticle(section, "Umbenannt");
        draft.publish();
        var former = draft.slug();
        draft.withSlug(former + "-neu").publish();

        given().redirects().follow(false).get("/v1/articles/" + former + "?view=card").then().statusCode(301)
                .header("Location", containsString("/v1/articles/" + former + "-neu?view=card"))
                .header("Cache-Control", containsString("max-age=300"));
        given().get("/v1/articles/" + former).then().statusCode(200).body("slug", equalTo(former + "-neu"));
        given().queryParam("url", "/" + section.slug() + "/" + former).get("/v1/resolve").then().statusCode(200)
                .body("status", equalTo("moved")).body("redirect", equalTo(301)).body("slug", equalTo(former + "-neu"));
    }

    @Test
    void resolveFindsTheArticleOfAUrl() {
        var alias = "/meldung_" + System.nanoTime() + "_Alt.html";
        var draft = newsroom.newArticle(section, "Gefunden").withAlias(alias);
        draft.publish();

        resolve("/" + section.slug() + "/" + draft.slug()).body("kind", equalTo("article")).body("status", equalTo("current"));
        resolve("https://www.example.org/" + section.slug() + "/" + draft.slug() + "/").body("status", equalTo("current"));
        resolve("/" + section.slug()).body("kind", equalTo("category")).body("status", equalTo("current"));
        resolve("/" + section.slug() + "/" + draft.slug() + "?utm_source=brief").body("status", equalTo("current"));
        resolve(alias + "?utm_source=brief").body("status", equalTo("moved")).body("slug", equalTo(draft.slug()));
        given().queryParam("url", "/nirgendwo/nichts").get("/v1/resolve").then().statusCode(404);
        given().get("/v1/resolve").then().statusCode(400).body("errors[0].parameter", equalTo("url"));
    }

    @Test
    void draftsAndUnpublishedArticlesLookTheSame() {
        var id = newsroom.publish(section, "Verschwindet", "2024-10-21T10:00:00Z");

        newsroom.unpublish(id);

        var gone = given().get("/v1/articles/" + id).then().statusCode(404).extract().jsonPath().getString("detail");
        var never = given().get("/v1/articles/" + UUID.randomUUID()).then().statusCode(404).extract().jsonPath()
                .getString("detail");
        assertThat(gone).isEqualTo(never);
        list("total=true").body("items", equalTo(List.of())).body("page.total", equalTo(0));
    }

    @Test
    void twoStatesOfOneSecondHaveNotOneDate() {
        var clock = SettableClock.install();
        var id = newsroom.publish(section, "Erster Stand", "2024-10-21T10:00:00Z");

        given().get("/v1/articles/" + id).then().statusCode(200).header("Last-Modified", nullValue());

        clock.advance(Duration.ofSeconds(1));
        given().get("/v1/articles/" + id + "?minSequence=0").then().statusCode(200).header("Last-Modified", notNullValue());
    }

    @Test
    void anUnchangedResponseIsNotSentAgain() {
        var id = newsroom.publish(section, "Unverändert", "2024-10-21T10:00:00Z");
        SettableClock.install().advance(Duration.ofSeconds(1)); // the second of the change has no date
        var first = given().header("Accept-Encoding", "identity").get("/v1/articles/" + id).then().extract();

        given().header("If-None-Match", first.header("ETag")).get("/v1/articles/" + id).then().statusCode(304)
                .header("ETag", first.header("ETag"));
        given().header("If-Modified-Since", first.header("Last-Modified")).get("/v1/articles/" + id).then().statusCode(304);
        given().head("/v1/articles/" + id).then().statusCode(200).header("ETag", first.header("ETag"));
    }

    @Test
    void linkedArticlesStandAsCardsWhileTheyArePublic() {
        var target = newsroom.publish(section, "Ziel", "2024-10-21T10:00:00Z");
        var source = newsroom.newArticle(section, "Quelle").withBody(List.of(new Block.ArticleLink(target))).publish();

        given().get("/v1/articles/" + source).then().body("body[0].type", equalTo("articleLink"))
                .body("body[0].article.headline", equalTo("Ziel"));
        newsroom.unpublish(target);
        given().get("/v1/articles/" + source).then().body("body", equalTo(List.of()));
    }

    @Test
    void translationsKnowEachOther() {
        var german = newsroom.newArticle(section, "Deutsch").publish();
        var english = newsroom.newArticle(section, "English").inLanguage("en").translationOf(german).publish();

        given().get("/v1/articles/" + german).then().body("translations.language", contains("en"));
        given().get("/v1/articles/" + english).then().body("translations.language", contains("de"));
    }

    @Test
    void theArchiveCountsMonths() {
        newsroom.publish(section, "Okt", "2024-10-31T22:59:59Z");
        newsroom.publish(section, "Nov", "2024-10-31T23:00:00Z");

        given().get("/v1/archive?category=" + section.slug()).then().statusCode(200)
                .body("items.month", contains("2024-11", "2024-10")).body("items.count", everyItem(equalTo(1)));
    }

    /** Any of several values counts an article once, and a range cuts a month. */
    @Test
    void theArchiveCountsEachArticleOnceWithAnyCombinationOfFilters() {
        newsroom.newArticle(section, "Beide").tagged("archiv-a").tagged("archiv-b").at("2024-10-31T22:59:59Z").publish();
        newsroom.newArticle(section, "Eins").tagged("archiv-a").at("2024-10-02T00:00:00Z").publish();
        newsroom.newArticle(section, "Zwei").tagged("archiv-b").at("1969-12-31T22:59:59Z").publish();
        var both = "/v1/archive?category=" + section.slug() + "&tag=archiv-a,archiv-b&type=news&language=de";

        given().get(both).then().statusCode(200).body("items.month", contains("2024-10", "1969-12"))
                .body("items.count", contains(2, 1));
        given().get(both + "&from=2024-10-03").then().body("items.count", contains(1));
        given().get(both + "&hasImage=true").then().body("items", equalTo(List.of()));
    }

    @Test
    void anImageKnowsItsArticles() {
        var id = newsroom.newArticle(section, "Bebildert").withImage().publish();
        var image = given().get("/v1/articles/" + id).then().extract().<String> path("image.id");

        given().get("/v1/images/" + image + "/articles").then().statusCode(200).body("items.id", contains(id.toString()));
        given().get("/v1/images/" + UUID.randomUUID() + "/articles").then().statusCode(404);
    }

    private ValidatableResponse list(String query) {
        return given().urlEncodingEnabled(false)
                .get("/v1/articles?category=" + section.slug() + (query.isEmpty() ? "" : "&" + query))
                .then().statusCode(200);
    }

    private static ValidatableResponse follow(String url) {
        return given().urlEncodingEnabled(false).get(url).then().statusCode(200);
    }

    private static ValidatableResponse resolve(String url) {
        return given().queryParam("url", url).get("/v1/resolve").then().statusCode(200);
    }
}
