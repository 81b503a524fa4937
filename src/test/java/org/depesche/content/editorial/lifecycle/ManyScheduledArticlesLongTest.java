package org.depesche.content.editorial.lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.platform.database.Transactions;
import org.depesche.testkit.Newsroom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Two thousand articles that are due at one moment, as after an embargo of a whole section. */
@QuarkusTest
class ManyScheduledArticlesLongTest {

    private static final int ARTICLES = 2_000;
    /** The documentation promises two seconds. The limit is higher, because the machine may be busy. */
    private static final Duration MAX_DELAY = Duration.ofSeconds(6);

    @Inject
    Jdbi jdbi;

    @Inject
    Transactions transactions;

    private String category;

    @BeforeEach
    void aCategory() {
        category = EditorialRequests.createCategory();
    }

    @Test
    void twoThousandDueAtOnceComeAndGoInTime() {
        var due = moment(15);
        assertThat(Newsroom.importArticles(records(due)).count("created")).isEqualTo(ARTICLES);
        assertThat(shown()).isZero();

        assertThat(untilShown(ARTICLES, due)).isLessThan(MAX_DELAY);

        var end = moment(3);
        setSchedule(end);
        assertThat(untilShown(0, end)).isLessThan(MAX_DELAY);
    }

    private static Instant moment(int seconds) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
    }

    private String records(Instant due) {
        return IntStream.range(0, ARTICLES)
                .mapToObj(
                        i -> ("{\"slug\": \"%s-%d\", \"headline\": \"Sperrfrist %d\", \"category\": \"%s\", \"tags\": "
                                + "[\"Sperre %d\"], \"publishedAt\": \"%s\", \"body\": \"<p>%s</p>\"}")
                                .formatted(category, i, i, category, i % 50, due, "Was drin steht. ".repeat(100)))
                .collect(Collectors.joining("\n"));
    }

    private void setSchedule(Instant end) {
        transactions.run(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                update article set scheduled_action = 'unpublish', scheduled_at = :end, scheduled_zone = 'Europe/Berlin',
                  scheduled_by = 'test' where slug like :slugs""").bind("end", end).bind("slugs", category + "-%").execute()));
    }

    private Duration untilShown(int number, Instant due) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> shown() == number);
        return Duration.between(due, Instant.now());
    }

    private int shown() {
        return given().get("/v1/articles?limit=1&total=true&category=" + category).then().statusCode(200).extract()
                .path("page.total");
    }
}
