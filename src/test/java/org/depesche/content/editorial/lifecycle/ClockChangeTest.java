package org.depesche.content.editorial.lifecycle;

import static java.time.Instant.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.testkit.Callers;
import org.depesche.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** The nights in which Berlin has an hour twice or not at all, with a settable clock. */
@QuarkusTest
class ClockChangeTest {

    @Inject
    ScheduleRunner runner;

    private SettableClock clock;
    private String category;
    private ExtractableResponse<Response> article;

    @BeforeEach
    void aCategory() {
        category = EditorialRequests.createCategory();
        clock = SettableClock.install();
    }

    @AfterEach
    void nothingIsPublicFromTheFuture() {
        var read = EditorialRequests.getArticle(article.path("id")).extract();
        Callers.as("editor").header("If-Match", read.header("ETag"))
                .post(EditorialRequests.ARTICLES + "/" + article.path("id") + "/unpublish").then().statusCode(200);
    }

    @Test
    void theHourThatComesTwiceIsRefusedWithoutItsOffset() {
        setTo("2026-10-24T20:00:00Z");
        article = draft();

        publish("2026-10-25T02:00").statusCode(400).body("errors.pointer", equalTo(List.of("/at")));
        publish("2026-10-25T02:30").statusCode(400).body("errors.pointer", equalTo(List.of("/at")));
        publish("2026-10-25T02:59:59").statusCode(400);

        goesOut("2026-10-25T03:00", "2026-10-25T02:00:00Z", "2026-10-25T03:00:00+01:00");
    }

    @Test
    void theFirstOfTheTwoHoursIsAtItsOwnMoment() {
        setTo("2026-10-24T20:00:00Z");
        article = draft();

        goesOut("2026-10-25T02:30:00+02:00", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00");
    }

    @Test
    void theSecondOfTheTwoHoursIsAnHourLater() {
        setTo("2026-10-24T20:00:00Z");
        article = draft();

        goesOut("2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00");
    }

    @Test
    void theHourBeforeIsTheOnlyOneOfItsName() {
        setTo("2026-10-24T20:00:00Z");
        article = draft();

        goesOut("2026-10-25T01:59:59", "2026-10-24T23:59:59Z", "2026-10-25T01:59:59+02:00");
    }

    @Test
    void theHourThatDoesNotComeIsRefused() {
        setTo("2027-03-27T20:00:00Z");
        article = draft();

        publish("2027-03-28T02:00").statusCode(400).body("errors.pointer", equalTo(List.of("/at")));
        publish("2027-03-28T02:30").statusCode(400).body("errors.pointer", equalTo(List.of("/at")));

        goesOut("2027-03-28T03:00", "2027-03-28T01:00:00Z", "2027-03-28T03:00:00+02:00");
    }

    @Test
    void anOffsetNamesAMomentInTheHourThatDoesNotCome() {
        setTo("2027-03-27T20:00:00Z");
        article = draft();

        goesOut("2027-03-28T02:30:00+01:00", "2027-03-28T01:30:00Z", "2027-03-28T03:30:00+02:00");
    }

    @Test
    void anArticleIsTakenBackAtTheRightMomentToo() {
        setTo("2026-10-24T20:00:00Z");
        article = EditorialRequests.publishArticle(draft());

        var planned = Callers.as("editor").contentType("application/json").header("If-Match", "*")
                .body(Map.of("at", "2026-10-25T02:30:00+01:00"))
                .post(EditorialRequests.ARTICLES + "/" + article.path("id") + "/unpublish");

        planned.then().statusCode(200).body("scheduled.at", equalTo("2026-10-25T02:30:00+01:00"));
        setTo("2026-10-25T01:29:59.999Z");
        assertThat(runner.findDue()).doesNotContain(id());
        setTo("2026-10-25T01:30:00Z");
        await().until(() -> EditorialRequests.getPublicArticle(article.path("id")).extract().statusCode() == 404);
        EditorialRequests.publishArticle(EditorialRequests.getArticle(article.path("id")).extract());
    }

    private void goesOut(String at, String moment, String shown) {
        publish(at).statusCode(200).body("scheduled.at", equalTo(shown)).body("scheduled.timeZone", equalTo("Europe/Berlin"));

        clock.setTo(parse(moment).minusMillis(1));
        assertThat(runner.findDue()).doesNotContain(id());
        EditorialRequests.getPublicArticle(id()).statusCode(404);
        clock.setTo(parse(moment));
        await().until(() -> EditorialRequests.getPublicArticle(id()).extract().statusCode() == 200);
        EditorialRequests.getPublicArticle(id()).body("publishedAt", equalTo(shown)).body("updatedAt", equalTo(shown));
    }

    private ValidatableResponse publish(String at) {
        return EditorialRequests.postPublish(article, "{\"at\": \"" + at + "\"}");
    }

    private ExtractableResponse<Response> draft() {
        return EditorialRequests.createArticle(Map.of("headline", "Zeitumstellung", "category", category));
    }

    private UUID id() {
        return UUID.fromString(article.path("id"));
    }

    private void setTo(String moment) {
        clock.setTo(parse(moment));
    }
}
