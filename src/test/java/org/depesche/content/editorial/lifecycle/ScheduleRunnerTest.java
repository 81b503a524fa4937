package org.depesche.content.editorial.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.platform.database.Transactions;
import org.depesche.testkit.Callers;
import org.depesche.testkit.DatabaseCostMeter;
import org.depesche.testkit.LoggedChanges;
import org.depesche.testkit.SecondProfile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Batches of due actions, executed by the test. */
@QuarkusTest
@TestProfile(SecondProfile.class)
class ScheduleRunnerTest {

    @Inject
    ScheduleRunner runner;

    @Inject
    ScheduleWorker worker;

    @Inject
    Jdbi jdbi;

    @Inject
    Transactions transactions;

    @Inject
    DatabaseCostMeter meter;

    @Inject
    MeterRegistry metrics;

    private String category;
    private long start;

    @BeforeEach
    void aCategory() {
        worker.poll();
        category = EditorialRequests.createCategory();
        start = LoggedChanges.end();
    }

    @Test
    void aBatchIsAsLargeAsConfiguredAndAllBatchesAreDoneInOneRun() {
        var articles = drafts(11);
        setSchedule("publish", articles);

        assertThat(runner.findDue()).hasSize(SecondProfile.SCHEDULE_BATCH);
        worker.poll();

        articles.forEach(id -> EditorialRequests.getPublicArticle(id).statusCode(200));
        assertThat(runner.findDue()).isEmpty();
    }

    @Test
    void eachOfABatchHasItsOwnEntriesAsIfItWereAlone() {
        var articles = drafts(3);
        setSchedule("publish", articles);
        worker.poll();
        setSchedule("unpublish", articles);
        worker.poll();

        for (var id : articles) {
            EditorialRequests.getPublicArticle(id).statusCode(404);
            EditorialRequests.getArticle(id).body("state", equalTo("unpublished")).body("scheduled", nullValue());
            Callers.as("admin").get("/v1/editorial/audit?subject=" + id).then().statusCode(200).body("items.action",
                    equalTo(List.of("article.unpublish", "article.publish", "article.create")));
            LoggedChanges.of(start, id.toString()).body("type", contains("article.published", "article.unpublished"));
        }
    }

    /** One sense of the word for the metric and the list of the desk. */
    @Test
    void whatIsDueIsOverdueUntilItIsDone() {
        var before = runner.countOverdue();
        var articles = drafts(2);
        setSchedule("publish", articles);

        assertThat(runner.countOverdue()).isEqualTo(before + 2);
        assertThat(overdueInTheList()).containsAll(articles);

        worker.poll();

        assertThat(overdueInTheList()).doesNotContainAnyElementsOf(articles);
        assertThat(metrics.get("depesche.schedule.overdue").gauge().value()).isEqualTo(before);
    }

    private static List<UUID> overdueInTheList() {
        return Callers.as("editor").get(EditorialRequests.ARTICLES + "?overdue=true&limit=100").then().statusCode(200).extract()
                .jsonPath().getList("items.id", String.class).stream().map(UUID::fromString).toList();
    }

    @Test
    void whatCannotBeDoneHoldsNobodyUp() {
        var articles = drafts(7);
        setSchedule("publish", articles);
        change("set document = json_set(document, '$.embargoUntil', '2099-01-01T00:00:00Z')", List.of(articles.get(1)));
        change("set document = '{\"type\": 5'", List.of(articles.get(5)));

        worker.poll();

        assertThat(IntStream.range(0, 7)
                .filter(i -> EditorialRequests.getPublicArticle(articles.get(i)).extract().statusCode() == 200))
                .containsExactly(0, 2, 3, 4, 6);
        EditorialRequests.getArticle(articles.get(1)).body("scheduled.attempts", equalTo(1))
                .body("scheduled.problem", containsString("embargo"));
        assertThat(attempts(articles.get(5))).isEqualTo(1);
        transactions.run(() -> jdbi.useHandle(handle -> handle.createUpdate("delete from article where id in (<ids>)")
                .bindList("ids", List.of(articles.get(1), articles.get(5))).execute()));
    }

    /**
     * One update of its own row for each article: the database batches inserts only. The least of three times: a change in the
     * background makes a cache reload in one of them.
     */
    @Test
    void anArticleMoreInABatchTakesOneStatementMore() {
        assertThat(IntStream.range(0, 3).mapToLong(time -> statementsOfSixMore()).min().orElseThrow()).isLessThanOrEqualTo(6);
    }

    private long statementsOfSixMore() {
        var some = drafts(2);
        var more = drafts(8);
        setSchedule("publish", Stream.of(some, more).flatMap(List::stream).toList());

        var few = meter.countStatements(() -> assertThat(runner.execute(some)).isEqualTo(2));
        var many = meter.countStatements(() -> assertThat(runner.execute(more)).isEqualTo(8));

        return many - few;
    }

    private List<UUID> drafts(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> UUID.fromString(
                        EditorialRequests.createArticle(Map.of("headline", "Fällig " + i, "category", category))
                                .<String> path("id")))
                .toList();
    }

    private void setSchedule(String action, List<UUID> articles) {
        change(("set scheduled_action = '%s', scheduled_at = utc_timestamp(6), scheduled_zone = 'Europe/Berlin', "
                + "scheduled_by = 'test'")
                .formatted(action), articles);
    }

    private void change(String what, List<UUID> articles) {
        transactions.run(() -> jdbi.useHandle(handle -> handle.createUpdate("update article " + what + " where id in (<ids>)")
                .bindList("ids", articles).execute()));
    }

    private int attempts(UUID article) {
        return transactions.call(() -> jdbi.withHandle(handle -> handle
                .createQuery("select scheduled_attempts from article where id = :id").bind("id", article)
                .mapTo(Integer.class).one()));
    }
}
