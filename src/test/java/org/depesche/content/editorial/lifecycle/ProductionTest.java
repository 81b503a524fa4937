package org.depesche.content.editorial.lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.content.editorial.EditorialRequests.ARTICLES;
import static org.depesche.content.editorial.EditorialRequests.createArticle;
import static org.depesche.content.editorial.EditorialRequests.createCategory;
import static org.depesche.content.editorial.EditorialRequests.getPublicArticle;
import static org.depesche.content.editorial.EditorialRequests.postArticle;
import static org.depesche.content.editorial.EditorialRequests.postPublish;
import static org.depesche.content.editorial.EditorialRequests.publishArticle;
import static org.depesche.content.editorial.EditorialRequests.uniqueName;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.FinishedImport;
import org.depesche.testkit.LoggedChanges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

/** Articles say how far a machine wrote them, and nothing that a machine wrote is published before somebody reviewed it. */
@QuarkusTest
class ProductionTest {

    private static final String REASON = "/production/reviewed";

    private String section;

    @BeforeEach
    void aSection() {
        section = createCategory();
    }

    @Test
    void readersLearnHowFarAMachineWroteIt() {
        var production = Map.<String, Object> of("ai", "assisted", "note", "Übersetzt mit DeepL", "reviewed", true);
        var article = publishArticle(draft(production));

        getPublicArticle(article.path("id")).body("production", equalTo(production));
        given().get("/v1/articles?fields=production&view=full&ids=" + article.path("id")).then()
                .body("items[0].production.ai", equalTo("assisted"));
        getPublicArticle(publishArticle(draft(null)).path("id")).body("$", not(hasKey("production")));
    }

    @Test
    void whatAMachineWroteIsPublishedOnlyAfterAReview() {
        var draft = draft(Map.of("ai", "generated"));
        var url = ARTICLES + "/" + draft.path("id");

        for (var query : List.of("", "?dryRun=true")) {
            Callers.as("editor").header("If-Match", draft.header("ETag")).post(url + "/publish" + query).then()
                    .statusCode(422).body("type", equalTo("/problems/not-publishable"))
                    .body("errors.pointer", contains(REASON));
        }
        postPublish(draft, "{\"at\": \"" + Instant.now().plusSeconds(3600) + "\"}").statusCode(422)
                .body("errors.pointer", contains(REASON));
        getPublicArticle(draft.path("id")).statusCode(404);

        var reviewed = Callers.as("editor").header("If-Match", draft.header("ETag")).contentType("application/json")
                .body(Map.of("production", Map.of("reviewed", true))).patch(url).then().statusCode(200).extract();
        publishArticle(reviewed);
        getPublicArticle(draft.path("id")).statusCode(200).body("production.ai", equalTo("generated"))
                .body("production.reviewed", equalTo(true));
    }

    @Test
    void revisionsAndTheChangeLogNameIt() {
        var draft = publishArticle(draft(Map.of("ai", "none", "reviewed", true)));
        var url = ARTICLES + "/" + draft.path("id");
        var saved = Callers.as("editor").header("If-Match", draft.header("ETag")).contentType("application/json")
                .body(Map.of("production", Map.of("ai", "assisted"))).patch(url).then().statusCode(200).extract();

        Callers.as("editor").get(url + "/revisions/1").then().body("article.production.ai", equalTo("none"));
        Callers.as("editor").get(url + "/revisions/1/diff?to=2").then().statusCode(200)
                .body(containsString("production"));
        var before = LoggedChanges.end();
        publishArticle(saved);
        LoggedChanges.of(before, draft.path("id")).body("changed[0]", hasItem("production"));
    }

    @Test
    void itsMembersAreChecked() {
        postArticle(Map.of("headline", "Falsch", "production", Map.of("ai", "viel", "reviewed", "ja", "wer", "niemand")))
                .statusCode(400).body("errors.pointer", hasItem("/production/ai"))
                .body("errors.pointer", hasItem("/production/reviewed")).body("errors.pointer", hasItem("/production/wer"));
        postArticle(Map.of("headline", "Leer", "production", Map.of("reviewed", true))).statusCode(400)
                .body("errors.pointer", contains("/production/ai"));
    }

    @Test
    void anImportRejectsWhatNobodyReviewedAndKeepsItAsADraft() {
        var slug = uniqueName("import");
        var records = """
                {"slug": "%1$s-a", "headline": "A", "category": "%2$s", "production": {"ai": "generated"}}
                {"slug": "%1$s-b", "headline": "B", "category": "%2$s", "production": {"ai": "generated", "reviewed": true}}
                """.formatted(slug, section);

        var published = importAll(records, "");
        assertThat(published.count("created")).isEqualTo(1);
        assertThat(published.rejections()).singleElement().satisfies(
                rejection -> assertThat(rejection.get("errors").toString()).contains(REASON));
        getPublicArticle(slug + "-b").statusCode(200).body("production.ai", equalTo("generated"));
        assertThat(importAll(records, "?state=draft").rejections()).isEmpty();
    }

    private static FinishedImport importAll(String records, String query) {
        return FinishedImport
                .await(Callers.as("admin").contentType("application/x-ndjson").body(records.getBytes(StandardCharsets.UTF_8))
                        .post(FinishedImport.PATH + query).then().statusCode(202).extract().path("id"));
    }

    private ExtractableResponse<Response> draft(Map<String, Object> production) {
        var form = new HashMap<String, Object>(Map.of("headline", uniqueName("titel"), "category", section));
        if (production != null) {
            form.put("production", production);
        }
        return createArticle(form);
    }
}
