package org.depesche.content.editorial.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PreviewResourceTest {

    @Inject
    Jdbi jdbi;

    @Test
    void aLinkShowsTheLastSaveInTheDeliveryForm() {
        var category = EditorialRequests.createCategory();
        var other = EditorialRequests
                .publishArticle(EditorialRequests.createArticle(Map.of("headline", "Daneben", "category", category)));
        var article = EditorialRequests
                .publishArticle(EditorialRequests.createArticle(Map.of("headline", "Erst so", "category", category)));
        var link = linked(article);
        Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag"))
                .body(Map.of("headline", "Dann so", "tags", List.of("Neu"), "body", "<p>Text <em>mit</em> Betonung</p>"))
                .patch(EditorialRequests.ARTICLES + "/" + article.path("id")).then().statusCode(200);

        given().get("/v1/preview/" + link.path("token") + "?include=bodyHtml,related&relatedStrategy=latest").then()
                .statusCode(200).header("Cache-Control", "private, no-store").header("X-Robots-Tag", "noindex")
                .header("Surrogate-Key", nullValue())
                .body("preview", equalTo(true)).body("state", equalTo("published")).body("headline", equalTo("Dann so"))
                .body("tags.name", equalTo(List.of("Neu"))).body("category.slug", equalTo(category))
                .body("bodyHtml", equalTo("<p>Text <em>mit</em> Betonung</p>"))
                .body("related.id", equalTo(List.of(other.<String> path("id"))));
        given().get("/v1/preview/" + link.path("token") + "?fields=headline&view=card").then().statusCode(200)
                .body("teaser", nullValue()).body("headline", equalTo("Dann so"));
        EditorialRequests.getPublicArticle(article.path("id")).body("headline", equalTo("Erst so"));
    }

    @Test
    void anUnfinishedDraftIsShownAsFarAsItGoes() {
        var link = linked(EditorialRequests.createArticle(Map.of("teaser", "Nur das")));

        given().get("/v1/preview/" + link.path("token") + "?include=related").then().statusCode(200)
                .body("teaser", equalTo("Nur das")).body("headline", nullValue()).body("category", nullValue())
                .body("related", hasSize(0)).body("state", equalTo("draft"));
    }

    @Test
    void aRevokedExpiredOrForgedLinkLeadsNowhere() {
        var article = EditorialRequests.createArticle(Map.of("headline", "Geheim"));
        var revoked = linked(article);
        var expired = linked(article);
        Callers.as("editor").delete(path(article) + "/" + revoked.path("id")).then().statusCode(204);
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle
                .createUpdate("update preview_link set expires_at = '2020-01-01' where id = ?")
                .bind(0, Uuid7.parse(expired.path("id")).orElseThrow()).execute()));

        shown(revoked.path("token")).statusCode(404);
        shown(expired.path("token")).statusCode(404);
        shown("8rYxQ2n5hWJmV1kT7cB4eA9sD3fG6uLpZ0oNiRtUyHw").statusCode(404).body("detail",
                equalTo("No preview is at this address."));
        Callers.as("editor").get(path(article)).then().statusCode(200).body("items", hasSize(2))
                .body("items.token", equalTo(java.util.Arrays.asList(null, null)));
    }

    @Test
    void aLinkIsGoodForAsLongAsAskedWithinTheLimit() {
        var article = EditorialRequests.createArticle(Map.of("headline", "Befristet"));
        var week = OffsetDateTime.parse(linked(article).path("expiresAt"));
        assertThat(week).isBetween(OffsetDateTime.now().plusDays(6), OffsetDateTime.now().plusDays(8));

        make(article, Map.of("expiresAt", "2020-01-01")).statusCode(400).body("errors.pointer", equalTo(List.of("/expiresAt")));
        make(article, Map.of("expiresAt", "2099-01-01", "for", "ever")).statusCode(400).body("errors", hasSize(2));
    }

    @Test
    void anAuthorPreviewsTheirOwnAndADeletedDraftIsShownNoMore() {
        var others = EditorialRequests.createArticle(Map.of("headline", "Fremd"));
        Callers.as("author").post(path(others)).then().statusCode(404);
        var link = linked(others);

        Callers.as("editor").header("If-Match", others.header("ETag"))
                .delete(EditorialRequests.ARTICLES + "/" + others.path("id")).then()
                .statusCode(204);

        shown(link.path("token")).statusCode(404);
    }

    @Test
    void repeatingTheRequestGivesTheSameLink() {
        var article = EditorialRequests.createArticle(Map.of("headline", "Einmal"));
        var key = EditorialRequests.uniqueName("preview");

        var tokens = List.of(1, 2).stream().map(i -> Callers.as("editor").header("Idempotency-Key", key).post(path(article))
                .then().statusCode(201).extract().<String> path("token")).toList();

        assertThat(tokens.get(0)).isEqualTo(tokens.get(1)).is(new org.assertj.core.api.Condition<>(
                token -> token.length() == 43, "256 bits"));
        shown(tokens.get(0)).statusCode(200).header("ETag", not(nullValue()));
    }

    private static ValidatableResponse shown(String token) {
        return given().get("/v1/preview/" + token).then();
    }

    private static String path(ExtractableResponse<Response> article) {
        return EditorialRequests.ARTICLES + "/" + article.path("id") + "/preview-links";
    }

    private static ValidatableResponse make(ExtractableResponse<Response> article, Object json) {
        return Callers.as("editor").contentType("application/json").body(json).post(path(article)).then();
    }

    private static ExtractableResponse<Response> linked(ExtractableResponse<Response> article) {
        return make(article, Map.of()).statusCode(201).extract();
    }
}
