package org.depesche.delivery.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.depesche.content.publication.PublicationFixture;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

@QuarkusTest
class LongPollTest {

    @Inject
    PublicationFixture newsroom;

    @Test
    void theSequenceIsThatOfTheBody() throws Exception {
        var section = newsroom.createCategory("warten");
        newsroom.newArticle(section, "Davor").publish();
        var end = given().get("/v1/changes?since=0&limit=1").header("Depesche-Sequence");
        var poll = CompletableFuture.supplyAsync(() -> poll(end));
        Thread.sleep(500);

        newsroom.newArticle(section, "Danach").tagged("Wartezeit").publish();

        var answer = poll.get();
        while (!answer.<List<String>> path("items.category").contains(section.slug())) { // of another test
            assertThat(answer.<List<?>> path("items")).isNotEmpty();
            answer = poll(answer.<Integer> path("items[-1].sequence").toString());
        }
        var entry = "items.find { it.category == '" + section.slug() + "' }.";
        assertThat(Long.parseLong(answer.header("Depesche-Sequence")))
                .isGreaterThanOrEqualTo(answer.<Integer> path(entry + "sequence"));
        assertThat(answer.<String> path(entry + "tags[0]")).isEqualTo("wartezeit");
        assertThat(answer.<String> path(entry + "path")).startsWith("/" + section.slug() + "/");
    }

    private static ExtractableResponse<Response> poll(String since) {
        return given().get("/v1/changes?limit=100&wait=30&type=article.published&since=" + since).then().statusCode(200)
                .extract();
    }
}
