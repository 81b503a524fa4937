package org.depesche.content.editorial.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.testkit.Callers;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
class ConcurrentDraftsTest {

    private static final int CALLERS = 16;

    int rounds() {
        return 4;
    }

    @Test
    void manyAtOnceWithTheSameHeadlineTagAndAuthorAllGetThrough() throws Exception {
        Callers.key("editor");
        var pool = Executors.newFixedThreadPool(CALLERS);
        try {
            for (var round = 0; round < rounds(); round++) {
                var word = EditorialRequests.uniqueName("gleich");
                var start = new CountDownLatch(1);
                Callable<Answer> caller = () -> {
                    start.await();
                    return write(word);
                };
                var runs = new ArrayList<java.util.concurrent.Future<Answer>>();
                for (var number = 0; number < CALLERS; number++) {
                    runs.add(pool.submit(caller));
                }
                start.countDown();
                var answers = new ArrayList<Answer>();
                for (var run : runs) {
                    answers.add(run.get());
                }

                assertThat(answers).as("round " + round).extracting(Answer::status).containsOnly(201);
                assertThat(answers).extracting(Answer::slug).doesNotHaveDuplicates();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Answer write(String word) {
        var answer = Callers.as("editor").contentType(ContentType.JSON)
                .body(Map.of("headline", word, "tags", List.of("Schlagwort " + word), "authors", List.of("Autor " + word)))
                .post(EditorialRequests.ARTICLES);
        return new Answer(answer.statusCode(), String.valueOf(answer.<Object> path("slug")));
    }

    private record Answer(int status, String slug) {
    }
}
