package org.depesche.content.editorial.lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** A URL leads to one article only. */
@QuarkusTest
class AliasesTest {

    private String category;
    private String alias;

    @BeforeEach
    void aCategoryAndAnAddress() {
        category = EditorialRequests.createCategory();
        alias = "/" + EditorialRequests.uniqueName("meldung") + ".html";
    }

    @Test
    void anAliasOfAnotherPublicArticleKeepsFromPublishingWithAllElseThatDoes() {
        var first = EditorialRequests.publishArticle(draft(alias));
        var second = EditorialRequests
                .createArticle(Map.of("headline", "Zweiter", "category", category, "embargoUntil", "2099-01-01",
                        "aliases", List.of("/ganz-eigener" + alias, "https://www.alt.example" + alias + "/")));

        for (var query : List.of("", "?dryRun=true")) {
            Callers.as("editor").header("If-Match", second.header("ETag")).post(path(second) + "/publish" + query).then()
                    .statusCode(422).body("errors.pointer", equalTo(List.of("/embargoUntil", "/aliases/1")))
                    .body("errors[1].detail", containsString(first.path("slug")));
        }
        leadsTo(alias, first);
    }

    @Test
    void anAliasOfAWithdrawnArticleStaysItsOwn() {
        var first = EditorialRequests.publishArticle(draft(alias));
        step(first, "withdraw", "{}");

        EditorialRequests.postPublish(draft(alias), "{}").statusCode(422).body("errors.pointer",
                equalTo(List.of("/aliases/0")));
    }

    @Test
    void theAddressesThatAnotherHasOrHadAreNoAliases() {
        var first = EditorialRequests.publishArticle(draft());
        var former = "/" + category + "/" + first.path("slug");
        var renamed = EditorialRequests.publishArticle(patch(first, Map.of("slug", EditorialRequests.uniqueName("neu"))));
        var present = "/" + category + "/" + renamed.path("slug");

        EditorialRequests.postPublish(draft(former, "/" + category, "/anders" + former, present), "{}").statusCode(422)
                .body("errors.pointer", equalTo(List.of("/aliases/0", "/aliases/3")));
        EditorialRequests.publishArticle(patch(renamed, Map.of("aliases", List.of(former, present))));
    }

    @Test
    void whatIsNotPublicAnyMoreLosesItToWhoeverPublishes() {
        var first = step(EditorialRequests.publishArticle(draft(alias)), "unpublish", "{}");

        var second = EditorialRequests.publishArticle(draft(alias));

        leadsTo(alias, second);
        EditorialRequests.postPublish(first, "{}").statusCode(422).body("errors.pointer", equalTo(List.of("/aliases/0")));
    }

    @Test
    void whatComesBackHasTheAliasesItSaysThen() {
        var other = "/" + EditorialRequests.uniqueName("noch-eine");
        var inside = step(EditorialRequests.publishArticle(draft(alias, other)), "unpublish", "{}");

        var back = EditorialRequests.publishArticle(patch(inside, Map.of("aliases", List.of(other))));

        leadsTo(other, back);
        resolve(alias).statusCode(404);
    }

    @Test
    void anErasedArticleHasNone() {
        var first = EditorialRequests.publishArticle(draft(alias));
        Callers.as("admin").header("If-Match", first.header("ETag")).post(path(first) + "/erase").then().statusCode(204);

        leadsTo(alias, EditorialRequests.publishArticle(draft(alias)));
    }

    @Test
    void aPlannedPublicationIsOverdueForThatReason() {
        var clock = SettableClock.install();
        var planned = EditorialRequests.postPublish(draft(alias), "{\"at\": \"" + clock.instant().plusSeconds(2) + "\"}")
                .statusCode(200)
                .extract();
        EditorialRequests.publishArticle(draft(alias));

        clock.advance(Duration.ofSeconds(2));
        await()
                .until(() -> EditorialRequests.getArticle(planned.path("id")).extract().path("scheduled.attempts") != null);

        EditorialRequests.getArticle(planned.path("id")).body("state", equalTo("draft")).body("scheduled.problem",
                containsString(alias));
    }

    @Test
    void ofTwoThatArePublishedAtOnceOneIsRefused() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var round = 0; round < 5; round++) {
                var wanted = alias + round;
                var start = new CountDownLatch(1);
                var runs = new ArrayList<Future<Integer>>();
                for (var number = 0; number < 8; number++) {
                    var draft = draft(wanted);
                    runs.add(pool.submit(() -> {
                        start.await();
                        return EditorialRequests.postPublish(draft, "{}").extract().statusCode();
                    }));
                }
                start.countDown();
                var statuses = new ArrayList<Integer>();
                for (var run : runs) {
                    statuses.add(run.get());
                }

                assertThat(statuses).containsOnly(200, 422).containsOnlyOnce(200);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anImportRejectsWhatTakesAnAddressFromThePublicOrFromTheSameFile() {
        EditorialRequests.publishArticle(draft(alias));
        var other = "/" + EditorialRequests.uniqueName("noch-eine");
        var lines = record("a", other) + record("b", alias) + record("c", other) + record("d", "/" + category + "-d");

        var run = Newsroom.importArticles(lines);

        assertThat(run.count("created")).isEqualTo(2);
        assertThat(run.rejections()).extracting(rejection -> rejection.get("line")).containsExactly(2, 3);
        assertThat(run.rejections().get(0).get("reason").toString()).contains(alias);
        assertThat(run.rejections().get(1).get("reason").toString()).contains(category + "-a");
        assertThat(Newsroom.importArticles(lines).count("unchanged")).isEqualTo(2);
        assertThat(Newsroom.importArticles("?state=draft", record("e", alias)).count("created")).isEqualTo(1);
    }

    private String record(String name, String address) {
        return "{\"slug\": \"%1$s-%2$s\", \"headline\": \"%2$s\", \"category\": \"%1$s\", \"aliases\": [\"%3$s\"]}\n"
                .formatted(category, name, address);
    }

    private ExtractableResponse<Response> draft(String... aliases) {
        return EditorialRequests
                .createArticle(Map.of("headline", "Hat Adressen", "category", category, "aliases", List.of(aliases)));
    }

    private static ExtractableResponse<Response> patch(ExtractableResponse<Response> article, Map<String, Object> json) {
        return Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag")).body(json)
                .patch(path(article)).then().statusCode(200).extract();
    }

    private static ExtractableResponse<Response> step(ExtractableResponse<Response> article, String step, String json) {
        return Callers.as("editor").header("If-Match", article.header("ETag")).contentType("application/json").body(json)
                .post(path(article) + "/" + step).then().statusCode(200).extract();
    }

    private static String path(ExtractableResponse<Response> article) {
        return EditorialRequests.ARTICLES + "/" + article.path("id");
    }

    private static void leadsTo(String address, ExtractableResponse<Response> article) {
        resolve(address).statusCode(200).body("id", equalTo(article.path("id")));
    }

    private static ValidatableResponse resolve(String address) {
        return given().queryParam("url", address).get("/v1/resolve").then();
    }
}
