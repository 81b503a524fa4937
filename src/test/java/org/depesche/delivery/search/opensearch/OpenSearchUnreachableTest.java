package org.depesche.delivery.search.opensearch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.OpenSearchNode;
import org.depesche.testkit.OpenSearchProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** The cluster becomes unreachable in several ways, and recovers. */
@EnabledIf("org.depesche.testkit.OpenSearchNode#isPossible")
@QuarkusTest
@TestProfile(OpenSearchProfile.class)
class OpenSearchUnreachableTest {

    /** The timeout of a request, the time until the follower notices, and what a loaded machine adds. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(15);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration FAST = Duration.ofMillis(1_000);

    private final String mine = "zq" + Long.toString(System.nanoTime(), 36);
    private final AtomicInteger asked = new AtomicInteger();
    private String article = "";

    @BeforeEach
    void anArticle() {
        Newsroom.ensureCategory("fort-" + mine, "Fort");
        article = publish();
        awaitFound(article);
    }

    @AfterEach
    void thereAgain() {
        await().pollInterval(STEP).atMost(BACK_WITHIN).until(() -> readiness() == 200);
    }

    @Test
    void aSilentClusterFailsFastAndTheNodeIsNotReady() {
        OpenSearchNode.pause();
        try {
            awaitNoticed();

            assertThat(Duration.ofNanos(LongStream.range(0, 4).map(time -> nanosOfRefusal()).min().orElseThrow()))
                    .isLessThan(FAST); // the others may have waited for the processor
            given().get("/v1/articles/" + article).then().statusCode(200);
        } finally {
            OpenSearchNode.resume();
        }

        awaitFound(article);
    }

    @Test
    void aRestartedClusterCatchesUp() {
        OpenSearchNode.kill();
        awaitNoticed();
        search().then().statusCode(503);
        var meanwhile = publish();

        OpenSearchNode.restart();

        awaitFound(article, meanwhile);
    }

    /** The only copy of the index has a wrong checksum, so that the cluster does not open it. */
    @Test
    void anIndexWithCorruptFilesIsRebuilt() throws Exception {
        OpenSearchNode.kill();
        OpenSearchNode.corruptIndexFiles();

        OpenSearchNode.restart();

        awaitFound(article);
    }

    @Test
    void aDeletedIndexIsRebuilt() throws Exception {
        try (var cluster = new ClusterClient(TestClusterContext.config())) {
            cluster.read("GET", "/depesche-*/_alias", null).fieldNames()
                    .forEachRemaining(name -> cluster.write("DELETE", "/" + name, null));
        }

        awaitFound(article);
        assertThat(readiness()).isEqualTo(200);
    }

    private static void awaitNoticed() {
        await().pollInterval(STEP).atMost(NOTICED_WITHIN).until(() -> readiness() == 503);
    }

    /** Bypasses the response cache, which serves cached responses while the index is unreachable. */
    private Response search() {
        return given().queryParam("q", mine + " -nicht" + asked.incrementAndGet()).get("/v1/search");
    }

    private long nanosOfRefusal() {
        var before = System.nanoTime();
        search().then().statusCode(503).header("Retry-After", notNullValue());
        return System.nanoTime() - before;
    }

    private static int readiness() {
        return given().get("/q/health/ready").statusCode();
    }

    private void awaitFound(String... articles) {
        await().pollInterval(STEP).atMost(BACK_WITHIN).until(() -> {
            var response = search();
            return response.statusCode() == 200 && response.<List<String>> path("items.id").containsAll(List.of(articles));
        });
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
