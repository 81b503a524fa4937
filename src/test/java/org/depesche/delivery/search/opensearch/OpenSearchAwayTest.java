package org.depesche.delivery.search.opensearch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.OnOpenSearch;
import org.depesche.testkit.OpenSearchNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

/** The cluster goes, in several ways, and comes back. */
@EnabledIf("org.depesche.testkit.OpenSearchNode#isPossible")
@QuarkusTest
@TestProfile(OnOpenSearch.class)
class OpenSearchAwayTest {

    /** A request's own patience, what the follower needs to notice, and what a loaded machine adds. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(15);
    private static final Duration FAST = Duration.ofMillis(1_000);

    private final String mine = "zq" + Long.toString(System.nanoTime(), 36);
    private String article = "";

    @BeforeEach
    void anArticle() {
        Newsroom.category("fort-" + mine, "Fort");
        article = publish();
        await().atMost(NOTICED_WITHIN).untilAsserted(this::isFound);
    }

    @AfterEach
    void thereAgain() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void oneThatFallsSilentIsToldFastAndNotReady() {
        OpenSearchNode.pause();
        try {
            awaitNoticed();

            var asked = System.nanoTime();
            given().queryParam("q", mine).get("/v1/search").then().statusCode(503).header("Retry-After", notNullValue());
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(FAST);
            given().get("/v1/articles/" + article).then().statusCode(200);
        } finally {
            OpenSearchNode.goOn();
        }

        await().atMost(NOTICED_WITHIN).untilAsserted(this::isFound);
    }

    @Test
    void oneThatDiedComesBackWithAllThatHappenedMeanwhile() {
        OpenSearchNode.kill();
        awaitNoticed();
        given().queryParam("q", mine).get("/v1/search").then().statusCode(503);
        var meanwhile = publish();

        OpenSearchNode.start();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().queryParam("q", mine).get("/v1/search").then()
                .statusCode(200).body("items.id", hasItem(article)).body("items.id", hasItem(meanwhile)));
    }

    @Test
    void anIndexThatIsDeletedIsMadeAnew() throws Exception {
        try (var cluster = new Cluster(Settings.of())) {
            cluster.ask("GET", "/depesche-*/_alias", null).fieldNames()
                    .forEachRemaining(name -> cluster.change("DELETE", "/" + name, null));
        }

        await().atMost(NOTICED_WITHIN).untilAsserted(this::isFound);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static void awaitNoticed() {
        await().atMost(NOTICED_WITHIN).untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
    }

    private void isFound() {
        given().queryParam("q", mine).get("/v1/search").then().statusCode(200).body("items.id", hasItem(article));
    }

    private String publish() {
        var id = Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("category", "fort-" + mine, "headline", "Nachricht " + mine)).post("/v1/editorial/articles").then()
                .statusCode(201).extract().<String> path("id");
        var tag = Callers.as("admin").get("/v1/editorial/articles/" + id).header("ETag");
        Callers.as("admin").header("If-Match", tag).post("/v1/editorial/articles/" + id + "/publish").then().statusCode(200);
        return id;
    }
}
