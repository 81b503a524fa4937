package org.depesche.delivery.related;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import jakarta.inject.Inject;

import org.depesche.content.publication.PublicationFixture;
import org.depesche.content.publication.PublicationFixture.TestCategory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Tests the endpoint only. {@code SimilarNewsTest} tests which articles are chosen. */
@QuarkusTest
class RelatedResourceTest {

    @Inject
    PublicationFixture newsroom;

    private TestCategory section;

    @BeforeEach
    void aSectionOfItsOwn() {
        section = newsroom.createCategory("verwandt");
    }

    @Test
    void latestIsTheNewestOfTheSameCategoryWithoutItselfAdvertisingAndSensitiveArticles() {
        var article = newsroom.publish(section, "Selbst", "2024-10-21T10:00:00Z");
        var older = newsroom.publish(section, "Älter", "2024-10-20T10:00:00Z");
        var newer = newsroom.publish(section, "Neuer", "2024-10-22T10:00:00Z");
        newsroom.newArticle(section, "Bezahlt").asAdvertising().publish();
        newsroom.newArticle(section, "Trauer").sensitive().publish();

        given().get("/v1/articles/" + article + "/related?strategy=latest").then().statusCode(200)
                .body("items.id", contains(newer.toString(), older.toString()))
                .body("items.reason", contains("latest", "latest"))
                .body("page.limit", equalTo(15));
    }

    @Test
    void allErrorsOfARequestComeAtOnce() {
        given().get("/v1/articles/selbst/related?limit=999&unbekannt=1").then().statusCode(400)
                .body("errors.parameter", containsInAnyOrder("limit", "unbekannt"));
    }

    @Test
    void fieldsKeepJustThoseMembers() {
        var article = newsroom.publish(section, "Selbst", "2024-10-21T10:00:00Z");
        newsroom.publish(section, "Anderer", "2024-10-20T10:00:00Z");

        given().get("/v1/articles/" + article + "/related?fields=headline,reason").then().statusCode(200)
                .body("items[0].keySet()", containsInAnyOrder("id", "headline", "reason"));
        given().get("/v1/articles/" + article + "/related?view=card&fields=teaser").then().statusCode(400)
                .body("errors.parameter", contains("fields"));
    }

    @Test
    void viewAndIncludeApplyAsInEveryList() {
        var article = newsroom.publish(section, "Selbst", "2024-10-21T10:00:00Z");
        newsroom.publish(section, "Anderer", "2024-10-20T10:00:00Z");
        var feed = "/v1/articles/" + article + "/related?strategy=latest&";

        given().get(feed + "view=full").then().statusCode(200).body("items[0].body", hasSize(1))
                .body("items[0].reason", equalTo("latest"));
        given().get(feed + "view=card").then().statusCode(200).body("items[0]", not(hasKey("tags")));
        given().get(feed + "include=bodyText&fields=headline").then().statusCode(200)
                .body("items[0].keySet()", containsInAnyOrder("id", "headline", "bodyText"));
        given().get(feed + "view=whole&include=related").then().statusCode(400)
                .body("errors.parameter", contains("view", "include"));
    }

    @Test
    void picksComeInTheDesksOrderAndAreFilledUp() {
        var article = newsroom.newArticle(section, "Selbst").inLanguage("is").publish(); // nothing is similar in Icelandic
        var newest = newsroom.publish(section, "Neueste", "2024-10-25T10:00:00Z");
        var second = newsroom.publish(section, "Zweite", "2024-10-22T10:00:00Z");
        var first = newsroom.publish(section, "Erste", "2024-10-20T10:00:00Z");
        newsroom.replacePicks(article, List.of(first, second, article));

        related(article, "curated").body("items.id", contains(first.toString(), second.toString()));
        related(article, "auto").body("items.id[0]", equalTo(first.toString())).body("items.id[1]", equalTo(second.toString()))
                .body("items.id", hasItem(newest.toString())).body("items.reason[1]", equalTo("curated"));
    }

    @Test
    void aSensitiveArticleGetsNoAutomaticList() {
        var article = newsroom.newArticle(section, "Trauer").sensitive().publish();
        newsroom.publish(section, "Andere", "2024-10-20T10:00:00Z");

        related(article, "auto").body("items", hasSize(0));
    }

    @Test
    void relatedNewsCanBeIncludedInTheArticle() {
        var article = newsroom.publish(section, "Selbst", "2024-10-21T10:00:00Z");
        newsroom.publish(section, "Andere", "2024-10-20T10:00:00Z");

        given().get("/v1/articles/" + article + "?include=related&relatedStrategy=latest&relatedView=card&fields=headline")
                .then().statusCode(200)
                .body("related", hasSize(1)).body("related[0].headline", equalTo("Andere"))
                .body("related[0]", not(hasKey("tags"))).body("$", not(hasKey("body")))
                .header("Last-Modified", nullValue());
        given().get("/v1/articles/" + article + "?include=related&relatedLimit=0").then().body("related", hasSize(0));
        given().get("/v1/articles/" + article + "?relatedLimit=3").then().statusCode(400);
        given().get("/v1/articles/" + article + "?include=related&relatedLimit=51").then().statusCode(400);
    }

    @Test
    void eachChangeOfTheArticleIsSeenAtOnceAlthoughItIsRemembered() {
        var other = newsroom.createCategory("verwandt-anders");
        var here = newsroom.publish(section, "Hier", "2024-10-20T10:00:00Z");
        var there = newsroom.publish(other, "Dort", "2024-10-20T10:00:00Z");
        var article = newsroom.newArticle(section, "Selbst").inLanguage("is").at("2024-10-21T10:00:00Z");
        var id = article.publish();
        related(article.slug(), "latest").body("items.id", contains(here.toString()));

        article.in(other).publish();
        related(article.slug(), "latest").body("items.id", contains(there.toString()));
        newsroom.replacePicks(id, List.of(here));
        related(article.slug(), "auto").body("items.id[0]", equalTo(here.toString())).body("items.reason[0]",
                equalTo("curated"));
        newsroom.replacePicks(id, List.of());
        related(article.slug(), "curated").body("items", hasSize(0));
        article.sensitive().publish();
        related(article.slug(), "latest").body("items", hasSize(0));
        newsroom.withdraw(id, "Falsch");
        given().get("/v1/articles/" + article.slug() + "/related").then().statusCode(410);
    }

    private static ValidatableResponse related(Object article, String strategy) {
        return given().get("/v1/articles/" + article + "/related?strategy=" + strategy).then().statusCode(200);
    }
}
