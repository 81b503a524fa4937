package org.depesche.content.editorial.lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.testkit.Callers;
import org.depesche.testkit.LoggedChanges;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ArticleLifeCycleTest {

    /** The default of {@code depesche.editorial.schedule.retry-delay}. */
    private static final Duration RETRY_DELAY = Duration.ofSeconds(10);

    String category;

    private long start;

    @BeforeEach
    void aCategory() {
        start = LoggedChanges.end();
        category = EditorialRequests.createCategory();
    }

    @Test
    void anUnpublishedArticleIsAsIfItHadNeverBeen() {
        var article = EditorialRequests.publishArticle(draft("Zurückgenommen"));

        var after = step(article, "unpublish", "").statusCode(200).extract();

        assertThat(after.<String> path("state")).isEqualTo("unpublished");
        assertThat(after.<Object> path("publishedRevision")).isNull();
        EditorialRequests.getPublicArticle(article.path("slug")).statusCode(404);
        inCategory().body("items", hasSize(0));
        changesOf(article).body("type", contains("article.published", "article.unpublished"));
        step(after, "unpublish", "").statusCode(409);
        EditorialRequests.publishArticle(after);
        EditorialRequests.getPublicArticle(article.path("slug")).statusCode(200);
    }

    @Test
    void aWithdrawnArticleIsGoneWithItsNoticeAndTheReasonStaysInside() {
        var article = EditorialRequests.publishArticle(draft("Zurückgezogen"));

        var after = step(article, "withdraw", "{\"reason\": \"Urteil\", \"notice\": \"Nicht mehr da\"}").statusCode(200)
                .extract();

        assertThat(after.<String> path("withdrawn.reason")).isEqualTo("Urteil");
        EditorialRequests.getPublicArticle(article.path("slug")).statusCode(410).body("slug", equalTo(article.path("slug")))
                .body("notice", equalTo("Nicht mehr da")).body("withdrawnAt", notNullValue()).body("reason", nullValue());
        EditorialRequests.getPublicArticle(article.path("id")).statusCode(410);
        inCategory().body("items", hasSize(0));
        changesOf(article).body("type", hasItem("article.withdrawn"));
        EditorialRequests.postPublish(after, "{}").statusCode(409);
        EditorialRequests.getArticle(article.path("id")).body("state", equalTo("withdrawn"));
    }

    @Test
    void aWithdrawalIsLiftedByUnpublishing() {
        var withdrawn = step(EditorialRequests.publishArticle(draft("Doch wieder da")), "withdraw", "{}").statusCode(200)
                .extract();

        var lifted = step(withdrawn, "unpublish", "{}").statusCode(200).extract();

        EditorialRequests.getPublicArticle(withdrawn.path("slug")).statusCode(404);
        EditorialRequests.publishArticle(lifted);
        EditorialRequests.getPublicArticle(withdrawn.path("slug")).statusCode(200);
        changesOf(withdrawn).body("type",
                equalTo(List.of("article.published", "article.withdrawn", "article.unpublished", "article.published")));
    }

    @Test
    void whatWasUnpublishedIsWithdrawnUnderTheAddressItHad() {
        var article = EditorialRequests.publishArticle(draft("Erst weg"));
        var gone = step(article, "unpublish", "").statusCode(200).extract();
        var renamed = patch(gone, Map.of("slug", EditorialRequests.uniqueName("nie-gesehen"), "headline", "Nie gesehen"))
                .statusCode(200)
                .extract();

        step(renamed, "withdraw", "{}").statusCode(200);

        EditorialRequests.getPublicArticle(article.path("slug")).statusCode(410).body("slug", equalTo(article.path("slug")));
        EditorialRequests.getPublicArticle(renamed.path("slug")).statusCode(404);
    }

    @Test
    void everyFormerAddressOfAWithdrawnArticleIsGoneToo() {
        var article = EditorialRequests.publishArticle(draft("Hieß anders"));
        var renamed = EditorialRequests.publishArticle(
                patch(article, Map.of("slug", EditorialRequests.uniqueName("heisst-so"))).statusCode(200).extract());

        step(renamed, "withdraw", "{}").statusCode(200);

        EditorialRequests.getPublicArticle(article.path("slug")).statusCode(410).body("slug", equalTo(renamed.path("slug")));
    }

    @Test
    void anAddressFromBeforeAnUnpublicationStillLeadsToTheArticle() {
        var article = EditorialRequests.publishArticle(draft("Umzug mit Pause"));
        var gone = step(article, "unpublish", "").statusCode(200).extract();
        var renamed = EditorialRequests
                .publishArticle(patch(gone, Map.of("slug", EditorialRequests.uniqueName("neu"))).statusCode(200).extract());

        given().redirects().follow(false).get("/v1/articles/" + article.path("slug")).then().statusCode(301).header("Location",
                org.hamcrest.Matchers.endsWith("/v1/articles/" + renamed.path("slug")));
    }

    @Test
    void aDraftIsNotWithdrawnButDeleted() {
        var article = draft("Nur ein Entwurf");
        step(article, "withdraw", "{}").statusCode(409);
        step(article, "unpublish", "{}").statusCode(409);

        delete(article).statusCode(204);

        EditorialRequests.getArticle(article.path("id")).statusCode(404);
        EditorialRequests.createArticle(Map.of("headline", "Nur ein Entwurf", "slug", article.path("slug")));
    }

    @Test
    void whatThePublicSeesIsNotDeletedAndItsSlugStaysItsOwn() {
        var article = EditorialRequests.publishArticle(draft("Öffentlich"));
        delete(article).statusCode(409);

        delete(step(article, "unpublish", "").statusCode(200).extract()).statusCode(204);

        EditorialRequests.getArticle(article.path("id")).statusCode(404);
        EditorialRequests.postArticle(Map.of("headline", "Anderer", "slug", article.path("slug"))).statusCode(409);
    }

    @Test
    void everyStepNeedsTheVersionRead() {
        var article = EditorialRequests.publishArticle(draft("Ohne Version"));

        for (var path : List.of("/unpublish", "/withdraw", "/publish", "/revisions/1/restore")) {
            Callers.as("editor").post(path(article) + path).then().statusCode(428);
            Callers.as("editor").header("If-Match", "\"anders\"").post(path(article) + path).then().statusCode(412)
                    .header("ETag", article.header("ETag"));
        }
        Callers.as("editor").delete(path(article) + "/schedule").then().statusCode(428);
        Callers.as("editor").delete(path(article)).then().statusCode(428);
        Callers.as("editor").contentType("application/json").body("{\"articles\": []}").put(path(article) + "/related").then()
                .statusCode(428);
    }

    @Test
    void whatIsDuePublishesItselfAtItsMoment() {
        var article = draft("Um sechs");
        var clock = SettableClock.install();
        var at = OffsetDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin")).plusSeconds(3).withNano(0);

        var planned = EditorialRequests.postPublish(article, "{\"at\": \"" + at + "\"}").statusCode(200)
                .body("state", equalTo("draft"))
                .body("scheduled.action", equalTo("publish")).body("scheduled.timeZone", equalTo("Europe/Berlin")).extract();
        EditorialRequests.getPublicArticle(article.path("slug")).statusCode(404);
        patch(planned, Map.of("teaser", "Wie zuletzt gespeichert")).statusCode(200);

        clock.setTo(at.toInstant());
        await().until(() -> status(article) == 200);
        EditorialRequests.getPublicArticle(article.path("slug")).body("teaser", equalTo("Wie zuletzt gespeichert"));
        assertThat(OffsetDateTime.parse(EditorialRequests.getPublicArticle(article.path("slug")).extract().path("publishedAt")))
                .isEqualTo(at);
        EditorialRequests.getArticle(article.path("id")).body("scheduled", nullValue()).body("state", equalTo("published"));
    }

    @Test
    void whatIsDueUnpublishesItselfAndOtherPublicationsDoNotStopIt() {
        var article = EditorialRequests.publishArticle(draft("Rechte laufen ab"));
        var clock = SettableClock.install();
        var at = OffsetDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin")).plusSeconds(3).withNano(0);
        var planned = step(article, "unpublish", "{\"at\": \"" + at + "\"}").statusCode(200)
                .body("state", equalTo("published")).body("scheduled.action", equalTo("unpublish")).extract();
        EditorialRequests.postPublish(planned, "{\"at\": \"" + at.plusDays(1) + "\"}").statusCode(409);

        EditorialRequests.postPublish(planned, "{}").statusCode(200).body("scheduled.action", equalTo("unpublish"));

        clock.setTo(at.toInstant());
        await().until(() -> status(article) == 404);
    }

    @Test
    void anImportDoesNotReplaceAPlannedEnd() {
        var article = EditorialRequests.publishArticle(draft("Endet bald"));
        step(article, "unpublish", "{\"at\": \"2099-01-01\"}").statusCode(200);

        var run = Newsroom
                .importArticles(
                        "{\"slug\": \"%s\", \"headline\": \"Neu\", \"category\": \"%s\", \"publishedAt\": \"2098-01-01\"}"
                                .formatted(article.<String> path("slug"), category));

        assertThat(run.rejections().get(0).get("reason").toString()).contains("scheduled to be unpublished");
        EditorialRequests.getArticle(article.path("id")).body("scheduled.action", equalTo("unpublish"));
    }

    @Test
    void aScheduleIsCancelledAndReplaced() {
        var article = draft("Doch nicht");
        var planned = EditorialRequests
                .postPublish(article, "{\"at\": \"2100-01-01\", \"minor\": true, \"correction\": \"Doch\"}")
                .statusCode(200).body("scheduled.correction", equalTo("Doch")).extract();
        listed("scheduled=true", article).statusCode(200);

        var later = EditorialRequests.postPublish(planned, "{\"at\": \"2100-01-02\"}").statusCode(200)
                .body("scheduled.at", equalTo("2100-01-02T00:00:00+01:00")).extract();

        Callers.as("editor").header("If-Match", later.header("ETag")).delete(path(article) + "/schedule").then()
                .statusCode(200).body("scheduled", nullValue());
        Callers.as("editor").header("If-Match", "*").delete(path(article) + "/schedule").then().statusCode(409);
    }

    @Test
    void anEmbargoHoldsAgainstEveryWayOfPublishing() {
        var article = draft(Map.of("headline", "Gesperrt", "category", category, "embargoUntil", "2099-05-01"));

        EditorialRequests.postPublish(article, "{}").statusCode(422).body("errors.pointer", equalTo(List.of("/embargoUntil")));
        EditorialRequests.postPublish(article, "{\"at\": \"2099-04-30\"}").statusCode(422);
        EditorialRequests.postPublish(article, "{\"at\": \"2099-05-01\"}").statusCode(200);
    }

    @Test
    void whatIsDueAndCannotBePublishedIsOverdueAndTriedAgain() {
        var article = draft("Wird unvollständig");
        var clock = SettableClock.install();
        var planned = EditorialRequests.postPublish(article, "{\"at\": \"" + clock.instant().plusSeconds(2) + "\"}")
                .statusCode(200)
                .extract();
        var broken = patch(planned, Map.of("embargoUntil", "2099-01-01")).statusCode(200).extract();

        clock.advance(Duration.ofSeconds(2));
        await().until(() -> EditorialRequests.getArticle(article.path("id")).extract()
                .path("scheduled.attempts") != null);
        EditorialRequests.getArticle(article.path("id")).body("scheduled.attempts", equalTo(1)).body("scheduled.problem",
                equalTo("The embargo lasts longer."));
        Callers.as("editor").get(EditorialRequests.ARTICLES + "?overdue=true").then().statusCode(200).body("items.id",
                hasItem(article.<Object> path("id")));
        await()
                .until(() -> given().get("/q/metrics").asString().matches("(?s).*depesche_schedule_overdue [1-9].*"));
        EditorialRequests.getPublicArticle(article.path("slug")).statusCode(404);

        var read = EditorialRequests.getArticle(broken.path("id")).extract();
        var patch = "{\"embargoUntil\": null}";
        Callers.as("editor").contentType("application/merge-patch+json").header("If-Match", read.header("ETag")).body(patch)
                .patch(path(article)).then().statusCode(200);
        clock.advance(RETRY_DELAY);
        await().until(() -> status(article) == 200);
    }

    @Test
    void picksStandInOrderAndChangeTheVersion() {
        var first = EditorialRequests.publishArticle(draft("Erster"));
        var second = EditorialRequests.publishArticle(draft("Zweiter"));
        var hidden = draft("Verborgen");
        var article = EditorialRequests.publishArticle(draft("Mitte"));

        var picked = Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag"))
                .body(Map.of("articles", List.of(second.path("slug"), hidden.path("id"), first.path("id"))))
                .put(path(article) + "/related").then().statusCode(200)
                .body("related", equalTo(List.of(second.path("slug"), hidden.path("slug"), first.path("slug")))).extract();

        assertThat(picked.header("ETag")).isNotEqualTo(article.header("ETag"));
        given().get("/v1/articles/" + article.path("slug") + "/related?strategy=curated").then().statusCode(200)
                .body("items.slug", equalTo(List.of(second.path("slug"), first.path("slug"))));
        changesOf(article).body("type", hasItem("related.updated"));
        Callers.as("editor").contentType("application/json").header("If-Match", picked.header("ETag"))
                .body(Map.of("articles", List.of("gibt-es-nicht", article.path("slug"), first.path("id"), first.path("slug"))))
                .put(path(article) + "/related").then().statusCode(400)
                .body("errors.pointer", equalTo(List.of("/articles/0", "/articles/1", "/articles/3")));
    }

    @Test
    void theDeskIsListedAndSearched() {
        var word = EditorialRequests.uniqueName("zauberwort");
        var mine = EditorialRequests.createArticle(Map.of("headline", "Ein " + word + " fällt 100%", "category", category));
        var other = EditorialRequests.publishArticle(draft(Map.of("headline", "Noch ein " + word, "category", category)));

        list("q=" + word).body("items.id", equalTo(List.of(other.path("id"), mine.path("id"))));
        list("q=" + word + "&state=draft&total=true").body("items.id", equalTo(List.of(mine.<Object> path("id"))))
                .body("page.total", equalTo(1));
        list("q=" + word + "&limit=1").body("items", hasSize(1)).body("page.next", notNullValue());
        list("q=" + word + " fällt 100%25").body("items", hasSize(1));
        list("q=100_").body("items.id", not(hasItem(mine.<Object> path("id"))));
        list("updatedBy=test editor&limit=2").body("items.savedBy", equalTo(List.of("test editor", "test editor")));
        Callers.as("author").get(EditorialRequests.ARTICLES + "?q=" + word).then().statusCode(200).body("items", hasSize(0));
        Callers.as("editor").get(EditorialRequests.ARTICLES + "?state=weg&q=&page=2").then().statusCode(400).body(
                "errors.parameter",
                hasItems("state", "q", "page"));
    }

    @Test
    void theDeskIsListedByWhetherSomethingIsPlanned() {
        var word = EditorialRequests.uniqueName("planwort");
        var idle = draft(Map.of("headline", "Ruht " + word, "category", category)).<Object> path("id");
        var planned = draft(Map.of("headline", "Kommt " + word, "category", category));
        EditorialRequests.postPublish(planned, "{\"at\": \"2099-01-01\"}").statusCode(200);

        list("q=" + word + "&scheduled=true").body("items.id", equalTo(List.of(planned.<Object> path("id"))));
        list("q=" + word + "&scheduled=false").body("items.id", equalTo(List.of(idle)));
        list("q=" + word + "&overdue=false").body("items", hasSize(2));
        list("q=" + word + "&overdue=true").body("items", hasSize(0));
    }

    @Test
    void aWithdrawalRepeatedWordForWordChangesNothing() {
        var withdrawn = step(EditorialRequests.publishArticle(draft("Zweimal")), "withdraw",
                "{\"reason\": \"Urteil\", \"notice\": \"Weg\"}")
                .statusCode(200).extract();
        var before = LoggedChanges.end();

        var again = step(withdrawn, "withdraw", "{\"reason\": \"Urteil\", \"notice\": \"Weg\"}").statusCode(200).extract();
        assertThat(again.header("ETag")).isEqualTo(withdrawn.header("ETag"));
        var inside = step(again, "withdraw", "{\"reason\": \"Vergleich\", \"notice\": \"Weg\"}").statusCode(200)
                .body("withdrawn.reason", equalTo("Vergleich")).extract();
        LoggedChanges.of(before, withdrawn.path("id")).body("", empty());

        step(inside, "withdraw", "{\"notice\": \"Ganz weg\"}").statusCode(200);
        EditorialRequests.getPublicArticle(withdrawn.path("slug")).statusCode(410).body("notice", equalTo("Ganz weg"));
    }

    @Test
    void whatWasReadAndIsSavedChangesNothingDownToTheMoments() {
        var published = EditorialRequests
                .publishArticle(draft(Map.of("headline", "Auf die Sekunde", "category", category, "embargoUntil",
                        "2024-01-01T10:00:00.5+01:00")));
        var corrected = EditorialRequests.postPublish(published, "{\"correction\": \"War falsch\"}").statusCode(200).extract();

        var saved = Callers.as("editor").contentType("application/json").header("If-Match", corrected.header("ETag"))
                .body(corrected.asString()).put(path(corrected)).then().statusCode(200).extract();

        assertThat(saved.header("ETag")).isEqualTo(corrected.header("ETag"));
    }

    @Test
    void whatWasReadIsSavedThoughAPickWasRenamedOrDeletedSince() {
        var renamed = draft("Wird umbenannt");
        var deleted = draft("Wird gelöscht");
        var article = draft("Hat Nachbarn");
        var picked = Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag"))
                .body(Map.of("articles", List.of(renamed.path("id"), deleted.path("id")))).put(path(article) + "/related")
                .then()
                .statusCode(200).extract();
        patch(renamed, Map.of("slug", EditorialRequests.uniqueName("umbenannt"))).statusCode(200);
        delete(deleted).statusCode(204);

        Callers.as("editor").contentType("application/json").header("If-Match", picked.header("ETag"))
                .body(picked.asString()).put(path(article)).then().statusCode(200);
        patch(picked, Map.of("related", List.of())).statusCode(400).body("errors.pointer", equalTo(List.of("/related")));
    }

    private ExtractableResponse<Response> draft(String headline) {
        return draft(Map.of("headline", headline, "category", category));
    }

    private ExtractableResponse<Response> draft(Map<String, Object> json) {
        return EditorialRequests.createArticle(json);
    }

    private static String path(ExtractableResponse<Response> article) {
        return EditorialRequests.ARTICLES + "/" + article.path("id");
    }

    private static ValidatableResponse step(ExtractableResponse<Response> article, String step, String json) {
        var request = Callers.as("editor").header("If-Match", article.header("ETag"));
        return (json.isEmpty() ? request : request.contentType("application/json").body(json)).post(path(article) + "/" + step)
                .then();
    }

    private static ValidatableResponse patch(ExtractableResponse<Response> article, Map<String, Object> json) {
        return Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag")).body(json)
                .patch(path(article)).then();
    }

    private static ValidatableResponse delete(ExtractableResponse<Response> article) {
        return Callers.as("editor").header("If-Match", article.header("ETag")).delete(path(article)).then();
    }

    private static int status(ExtractableResponse<Response> article) {
        return given().get("/v1/articles/" + article.path("slug")).statusCode();
    }

    private ValidatableResponse inCategory() {
        return given().get("/v1/articles?category=" + category).then().statusCode(200);
    }

    private static ValidatableResponse list(String query) {
        return Callers.as("editor").urlEncodingEnabled(false).get(EditorialRequests.ARTICLES + "?" + query.replace(" ", "%20"))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse listed(String query, ExtractableResponse<Response> article) {
        return list(query + "&limit=100").body("items.id", hasItem(article.<Object> path("id")));
    }

    private ValidatableResponse changesOf(ExtractableResponse<Response> article) {
        return LoggedChanges.of(start, article.path("id"));
    }
}
