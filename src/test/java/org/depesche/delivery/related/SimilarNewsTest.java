package org.depesche.delivery.related;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SimilarNewsTest {

    private static final String DESK = "/v1/editorial/articles";

    private final String mine = "zq" + Long.toString(System.nanoTime(), 36);
    private final String category = "nah-" + mine;
    private final String harbour = "Hafen" + mine;
    private final String crane = "Kran" + mine;
    private String last = "0";

    @BeforeEach
    void aCategory() {
        Newsroom.ensureCategory(category, "Nah");
    }

    @Test
    void theResponseNamesWhatBothHaveInCommon() {
        var article = publish("Ein Kran am " + harbour, "<p>Der " + crane + " steht am Kai.</p>",
                Map.of("tags", List.of("Thema " + mine)));
        var close = publish("Neues vom " + harbour, "<p>Am Morgen fiel der " + crane + " aus.</p>",
                Map.of("tags", List.of("Thema " + mine)));
        publish("Der Rat tagt", "<p>Es geht um Geld.</p>", Map.of());

        related(article, "similar").body("items[0].id", equalTo(close)).body("items[0].reason", equalTo("similar"))
                .body("items[0].because", hasItems("Thema " + mine, harbour, crane))
                .body("items[0].score", greaterThan(0f));
        related(article, "auto").body("items[0].id", equalTo(close)).body("items.reason", hasItem("latest"))
                .body("items.find { it.reason == 'latest' }.because", nullValue());
    }

    /** The paid text of the source is not told word by word. */
    @Test
    void wordsOfPaidTextAreNoReasons() {
        var article = publish("Ein Kran am " + harbour, "<p>Eins</p><p>Zwei</p><p>Der " + crane + " steht.</p>",
                Map.of("access", "subscribers"));
        var close = publish("Neues vom " + harbour, "<p>Am Morgen fiel der " + crane + " aus.</p>", Map.of());

        related(article, "similar").body("items[0].id", equalTo(close)).body("items[0].because",
                allOf(hasItem(harbour), not(hasItem(crane))));
        related(close, "similar").body("items[0].id", equalTo(article)).body("items[0].because", hasItems(harbour, crane));
    }

    @Test
    void aSensitiveArticleNeitherGetsNorAppearsInSimilarNews() {
        var article = publish("Am " + harbour, "<p>Der " + crane + " steht.</p>", Map.of());
        var grief = publish("Trauer am " + harbour, "<p>Der " + crane + " fiel um.</p>", Map.of("sensitive", true));

        related(article, "similar").body("items.id", not(hasItem(grief)));
        related(grief, "similar").body("items", empty());
        related(grief, "auto").body("items", empty());
    }

    /** The most similar articles depend on all articles. */
    @Test
    void anyPublicationMakesTheResponseStale() {
        var article = publish("Am " + harbour, "<p>Der " + crane + " steht.</p>", Map.of());

        related(article, "similar").header("Surrogate-Key", containsString("list:all"));
        related(article, "auto").header("Surrogate-Key", containsString("list:all"));
        related(article, "latest").header("Surrogate-Key", not(containsString("list:all")));
    }

    @Test
    void articlesInAnotherLanguageAreNotSimilar() {
        var article = publish("Am " + harbour, "<p>Der " + crane + " steht.</p>", Map.of());
        var english = publish("At " + harbour, "<p>The " + crane + " stands.</p>", Map.of("language", "en"));

        related(article, "similar").body("items.id", not(hasItem(english)));
    }

    @Test
    void anUnpublishedArticleIsNoLongerSimilar() {
        var article = publish("Am " + harbour, "<p>Der " + crane + " steht.</p>", Map.of());
        var close = publish("Neues vom " + harbour, "<p>Auch der " + crane + " ist neu.</p>", Map.of());
        related(article, "similar").body("items.id", hasItem(close));

        last = step(close, "withdraw", Map.of("reason", "falsch", "notice", "Der Artikel war falsch."));

        related(article, "similar").body("items.id", not(hasItem(close)));
    }

    private String publish(String headline, String body, Map<String, Object> more) {
        var article = new HashMap<String, Object>(Map.of("category", category, "headline", headline, "body", body));
        article.putAll(more);
        var id = Callers.as("admin").contentType(ContentType.JSON).body(article).post(DESK).then().statusCode(201).extract()
                .<String> path("id");
        last = step(id, "publish", Map.of());
        return id;
    }

    private static String step(String article, String step, Map<String, Object> body) {
        var tag = Callers.as("admin").get(DESK + "/" + article).header("ETag");
        return Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag).body(body)
                .post(DESK + "/" + article + "/" + step).then().statusCode(200).extract().header("Depesche-Sequence");
    }

    private ValidatableResponse related(String article, String strategy) {
        return given().header("Depesche-Min-Sequence", last).get("/v1/articles/" + article + "/related?strategy=" + strategy)
                .then().statusCode(200);
    }
}
