package org.depesche.delivery.search.queue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Searches beyond the queue are refused, and nothing else is. */
@QuarkusTest
class SearchQueueTest {

    @Inject
    SearchQueue queue;

    private final List<Bulkhead.Permit> permits = new ArrayList<>();
    private final String word = "wort" + System.nanoTime();

    private void fill() {
        for (var permit = queue.bulkhead().acquire(() -> {
        }); permit.isPresent(); permit = queue.bulkhead().acquire(() -> {
        })) {
            permits.add(permit.get());
        }
    }

    @AfterEach
    void empty() {
        permits.forEach(Bulkhead.Permit::release);
    }

    @Test
    void aFullQueueRefusesSearchesAndNothingElse() {
        var cached = "/v1/search?q=gemerkt" + word;
        given().get(cached).then().statusCode(200);
        fill();

        given().get("/v1/search?q=" + word).then().statusCode(503).header("Retry-After", "1")
                .contentType("application/problem+json").body("detail", equalTo("Too many searches are running."));
        given().get("/v1/articles?limit=1").then().statusCode(200);
        given().get("/v1/suggest?q=" + word).then().statusCode(200);
        given().get(cached).then().statusCode(200).header("Cache-Status", containsString("hit"));

        empty();
        given().get("/v1/search?q=" + word).then().statusCode(200);
    }

    @Test
    void aSearchWaitsForItsTurn() throws Exception {
        fill();
        assertThat(permits.get(permits.size() - 1).cancel()).isTrue();
        var others = queue.bulkhead().waiting();

        var waiting = CompletableFuture.supplyAsync(() -> given().get("/v1/search?q=" + word).statusCode());
        while (queue.bulkhead().waiting() == others && !waiting.isDone()) {
            Thread.sleep(1);
        }
        assertThat(waiting).isNotDone();
        empty();

        assertThat(waiting.get()).isEqualTo(200);
    }

    /** Whoever waits too long is refused, and leaves the queue. */
    @Test
    void aSearchDoesNotWaitForEver() {
        fill();
        assertThat(permits.get(permits.size() - 1).cancel()).isTrue();

        given().get("/v1/search?q=" + word).then().statusCode(503).header("Retry-After", "1");

        assertThat(queue.bulkhead().acquire(() -> {
        })).get().satisfies(permits::add);
    }
}
