package org.depesche.delivery.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.depesche.content.publication.PublicationFixture;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LongPollTest {

    @Inject
    PublicationFixture newsroom;

    @Test
    void theSequenceIsThatOfTheBody() throws Exception {
        var section = newsroom.createCategory("warten");
        newsroom.newArticle(section, "Davor").publish();
        var end = given().get("/v1/changes?since=0&limit=1").header("Depesche-Sequence");
        var poll = CompletableFuture.supplyAsync(() -> given()
                .get("/v1/changes?limit=100&wait=30&type=article.published&since=" + end).then().statusCode(200).extract());
        Thread.sleep(500);

        newsroom.newArticle(section, "Danach").tagged("Wartezeit").publish();

        var answer = poll.get();
        assertThat(Long.parseLong(answer.header("Depesche-Sequence")))
                .isGreaterThanOrEqualTo(answer.<Integer> path("items[0].sequence"));
        assertThat(answer.<String> path("items[0].category")).isEqualTo(section.slug());
        assertThat(answer.<String> path("items[0].tags[0]")).isEqualTo("wartezeit");
        assertThat(answer.<String> path("items[0].path")).startsWith("/" + section.slug() + "/");
    }
}
