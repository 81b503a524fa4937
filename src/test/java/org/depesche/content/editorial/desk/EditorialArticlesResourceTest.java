package org.depesche.content.editorial.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.testkit.Callers;
import org.depesche.testkit.LoggedChanges;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class EditorialArticlesResourceTest {

    @Test
    void aTagOrAuthorNamedTwiceIsMadeOnce() {
        var word = EditorialRequests.uniqueName("zwilling");

        EditorialRequests.postArticle(Map.of("headline", "Zwillinge", "tags", List.of("Ä " + word, "ae-" + word), "authors",
                List.of("dr-" + word, "Dr. " + word))).statusCode(201).body("tags", equalTo(List.of("ae-" + word)))
                .body("authors", equalTo(List.of("dr-" + word)));

        Callers.as("editor").get("/v1/editorial/authors/dr-" + word).then().statusCode(200).body("name",
                equalTo("Dr. " + word));
    }

    @Test
    void aDraftIsWrittenAndNotPublic() {
        var category = EditorialRequests.createCategory();
        var slug = EditorialRequests.uniqueName("neue-faehre");

        var draft = EditorialRequests
                .postArticle(
                        Map.of("slug", slug, "headline", "Neue Fähre", "category", category, "tags", List.of("Fähre", "Hafen"),
                                "authors", List.of("Ina Held"), "body", "<p>Ab <b>Montag</b>.</p><script>alert(1)</script>"))
                .statusCode(201).header("Location", containsString(EditorialRequests.ARTICLES + "/"))
                .header("ETag", matchesPattern("\"[^\"]+\""))
                .header("Cache-Control", containsString("no-store")).header("Depesche-Sequence", notNullValue())
                .body("state", equalTo("draft")).body("slug", equalTo(slug)).body("revision", equalTo(1))
                .body("type", equalTo("news")).body("access", equalTo("free")).body("language", equalTo("de"))
                .body("category", equalTo(category)).body("categories", contains(category))
                .body("tags", contains("faehre", "hafen"))
                .body("authors", contains("ina-held")).body("body[0].type", equalTo("paragraph"))
                .body("body[0].html", equalTo("Ab <strong>Montag</strong>.")).body("warnings", hasSize(1))
                .body("warnings[0].pointer", containsString("/body")).body("publishedAt", nullValue()).extract();

        EditorialRequests.getPublicArticle(slug).statusCode(404);
        EditorialRequests.getArticle(slug).statusCode(200).header("ETag", equalTo(draft.header("ETag"))).body("warnings",
                empty());
        EditorialRequests.getArticle(draft.path("id")).statusCode(200).body("headline", equalTo("Neue Fähre"));
    }

    @Test
    void allMistakesAreReportedAtOnce() {
        EditorialRequests.postArticle("""
                {"headlin": "x", "headline": 7, "type": "gossip", "access": "all", "language": "??", "slug": "Not A Slug",
                 "category": "there-is-none", "tags": ["ok", 5], "publishedAt": "0001-01-01", "embargoUntil": "morgen",
                 "source": {"url": "ftp://x"}, "links": [{"title": "x", "url": "javascript:alert(1)"}], "aliases": ["meldung"],
                 "translationOf": "nothing-of-that-name", "image": {"id": "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11"},
                 "placements": [{"site": "nowhere", "category": "x"}], "origin": {"system": "x"}, "image2": null,
                 "body": [{"type": "paragraf", "html": "x"}, {"type": "paragraph"}]}""")
                .statusCode(400).body("type", endsWith("/problems/invalid-body"))
                .body("errors.pointer",
                        hasItems("/headlin", "/headline", "/type", "/access", "/language", "/slug", "/category", "/tags/1",
                                "/publishedAt", "/embargoUntil", "/source/name", "/source/url", "/links/0/url", "/aliases/0",
                                "/translationOf", "/image/id", "/placements/0/site", "/origin/id", "/body/0/type",
                                "/body/1/html"))
                .body("errors.find { it.pointer == '/publishedAt' }.detail", containsString("before 1900"))
                .body("errors.find { it.pointer == '/headlin' }.detail", containsString("headline"));
    }

    @Test
    void aMistakeIsReportedOnceWithItsPointer() {
        EditorialRequests.postArticle("""
                {"aliases": ["/a", "b", 7], "image": {"id": "x"}, "body": [{"type": "paragraph", "html": "x"},
                 {"type": "articleLink", "article": "nothing-of-that-name"},
                 {"type": "image", "image": {"id": "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11"}}]}""")
                .statusCode(400).body("errors.pointer",
                        containsInAnyOrder("/aliases/1", "/aliases/2", "/image/id", "/body/1/article", "/body/2/image/id"));
    }

    @Test
    void aTakenSlugOrOriginIsNamed() {
        var slug = EditorialRequests.uniqueName("vergeben");
        EditorialRequests.createArticle(Map.of("slug", slug, "headline", "x", "origin", Map.of("system", "x", "id", slug)));

        EditorialRequests.postArticle(Map.of("slug", slug, "headline", "y")).statusCode(409).body("errors.pointer",
                contains("/slug"));
        EditorialRequests.postArticle(Map.of("headline", "y", "origin", Map.of("system", "x", "id", slug))).statusCode(409)
                .body("errors.pointer", contains("/origin"));
    }

    @Test
    void aWeakTagOrAForeignTypeDoesNotPublish() {
        var draft = EditorialRequests
                .createArticle(Map.of("headline", "Schwach", "category", EditorialRequests.createCategory()));
        var path = EditorialRequests.ARTICLES + "/" + draft.path("id") + "/publish";

        Callers.as("editor").header("If-Match", "W/" + draft.header("ETag")).post(path).then().statusCode(412);
        Callers.as("editor").header("If-Match", draft.header("ETag")).contentType("text/plain").body("{}").post(path).then()
                .statusCode(415);
        Callers.as("editor").header("If-Match", draft.header("ETag")).post(path).then().statusCode(200);
    }

    @Test
    void aDraftWithMistakesLeavesNoTagBehind() {
        var tag = EditorialRequests.uniqueName("nie-gesehen");

        EditorialRequests.postArticle(Map.of("tags", List.of(tag), "headline", "x", "category", "there-is-none"))
                .statusCode(400);

        Callers.as("editor").get("/v1/editorial/tags/" + tag).then().statusCode(404);
    }

    @Test
    void anEmojiIsWrittenAsItIs() {
        var draft = EditorialRequests.createArticle(Map.of("headline", "Sonne \ud83d\ude00"));

        var bytes = EditorialRequests.getArticle(draft.path("id")).statusCode(200).extract().asByteArray();

        assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).contains("Sonne \ud83d\ude00")
                .doesNotContain("\\u");
    }

    @Test
    void limitsAreThoseOfTheContract() {
        EditorialRequests.postArticle(Map.of("headline", "ä".repeat(501), "teaser", "x".repeat(5_001))).statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/headline", "/teaser"));
        EditorialRequests.postArticle(Map.of("headline", "ä".repeat(500), "teaser", "x".repeat(5_000))).statusCode(201);
    }

    @Test
    void whatGetGaveIsTakenAsNames() {
        var category = EditorialRequests.createCategory();

        EditorialRequests
                .postArticle(
                        Map.of("headline", "Mit Objekten", "category", Map.of("slug", category, "name", "X", "path", List.of()),
                                "tags", List.of(Map.of("slug", "gibt-es-nicht", "name", "Neuer Name", "type", "topic")),
                                "authors", List.of(Map.of("name", "Jo Baum", "initials", "jb"))))
                .statusCode(201).body("category", equalTo(category)).body("tags", contains("neuer-name"))
                .body("authors", contains("jo-baum"));
    }

    @Test
    void aSlugIsMadeFromTheHeadlineAndNumbered() {
        var headline = EditorialRequests.uniqueName("Größe ist Maß");
        var slug = headline.replace("Größe ist Maß", "groesse-ist-mass");

        EditorialRequests.postArticle(Map.of("headline", headline)).statusCode(201).body("slug", equalTo(slug));
        EditorialRequests.postArticle(Map.of("headline", headline)).statusCode(201).body("slug", equalTo(slug + "-2"));
        EditorialRequests.postArticle(Map.of("headline", headline, "slug", slug + "-4")).statusCode(201);
        EditorialRequests.postArticle(Map.of("headline", headline)).statusCode(201).body("slug", equalTo(slug + "-5"));
        EditorialRequests.postArticle(Map.of("headline", "x", "slug", slug)).statusCode(409).body("type",
                endsWith("/problems/conflict"));
    }

    @Test
    void aDraftWithoutAHeadlineGetsItsSlugWithTheHeadline() {
        var draft = EditorialRequests.createArticle("{}");
        var headline = EditorialRequests.uniqueName("spaet");

        Callers.as("editor").contentType("application/merge-patch+json").header("If-Match", draft.header("ETag"))
                .body(Map.of("headline", headline)).patch(EditorialRequests.ARTICLES + "/" + draft.path("id")).then()
                .statusCode(200)
                .body("slug", equalTo(headline)).body("revision", equalTo(2));
    }

    @Test
    void publishingNeedsTheVersionRead() {
        var draft = EditorialRequests.createArticle(
                Map.of("headline", EditorialRequests.uniqueName("alt"), "category", EditorialRequests.createCategory()));
        var path = EditorialRequests.ARTICLES + "/" + draft.path("id") + "/publish";

        Callers.as("editor").post(path).then().statusCode(428);
        Callers.as("editor").header("If-Match", "\"stale\"").post(path).then().statusCode(412)
                .header("ETag", equalTo(draft.header("ETag")));
    }

    @Test
    void everythingMissingIsReportedAtOnce() {
        var draft = EditorialRequests.createArticle(Map.of("teaser", "nur Teaser", "embargoUntil", "2999-01-01"));

        EditorialRequests.postPublish(draft, "{}").statusCode(422).body("type", endsWith("/problems/not-publishable"))
                .body("errors.pointer", containsInAnyOrder("/headline", "/category", "/embargoUntil"));
        Callers.as("editor").queryParam("dryRun", true).post(EditorialRequests.ARTICLES + "/" + draft.path("id") + "/publish")
                .then()
                .statusCode(422).body("errors", hasSize(3));
    }

    @Test
    void aPublishedArticleIsPublicAtOnceAndItsFirstPublicationStays() {
        var draft = EditorialRequests
                .createArticle(Map.of("headline", EditorialRequests.uniqueName("zuerst"), "category",
                        EditorialRequests.createCategory(), "publishedAt", "2024-10-21"));

        var before = LoggedChanges.end();
        var first = EditorialRequests.postPublish(draft, "").statusCode(200).body("state", equalTo("published"))
                .body("publishedRevision", equalTo(1)).body("publishedAt", equalTo("2024-10-21T00:00:00+02:00"))
                .body("updatedAt", equalTo("2024-10-21T00:00:00+02:00")).extract();
        var sequence = Integer.parseInt(first.header("Depesche-Sequence"));

        EditorialRequests.getPublicArticle(first.path("slug")).statusCode(200).body("headline", equalTo(draft.path("headline")))
                .body("publishedAt", equalTo("2024-10-21T00:00:00+02:00"));
        LoggedChanges.of(before, draft.path("id")).body("sequence", contains(lessThanOrEqualTo(sequence)));
    }

    @Test
    void savingChangesNothingForThePublicUntilPublishedAgain() {
        var published = EditorialRequests.publishArticle(EditorialRequests.createArticle(
                Map.of("headline", EditorialRequests.uniqueName("eins"), "category", EditorialRequests.createCategory())));
        String before = published.path("headline");

        var saved = Callers.as("editor").contentType("application/json").header("If-Match", published.header("ETag"))
                .body(Map.of("headline", "Zwei", "teaser", "Neu"))
                .patch(EditorialRequests.ARTICLES + "/" + published.path("id")).then()
                .statusCode(200).body("revision", equalTo(2)).body("publishedRevision", equalTo(1))
                .body("slug", equalTo(published.path("slug"))).extract();
        EditorialRequests.getPublicArticle(published.path("id")).body("headline", equalTo(before)).body("teaser", nullValue());
        EditorialRequests.postPublish(saved, "{\"minor\": true}").statusCode(200).body("updatedAt",
                equalTo(published.path("updatedAt")));

        EditorialRequests.getPublicArticle(published.path("id")).body("headline", equalTo("Zwei")).body("teaser",
                equalTo("Neu"));
    }

    @Test
    void aCorrectionIsPublicAndStaysWithTheWorkingCopy() {
        var published = EditorialRequests.publishArticle(EditorialRequests.createArticle(
                Map.of("headline", EditorialRequests.uniqueName("falsch"), "category", EditorialRequests.createCategory())));

        var corrected = EditorialRequests.postPublish(published, "{\"correction\": \"Es sind 300 Meter.\"}").statusCode(200)
                .body("corrections", hasSize(1)).body("corrections[0].note", equalTo("Es sind 300 Meter."))
                .body("corrections[0].at", notNullValue()).extract();

        EditorialRequests.getPublicArticle(published.path("id")).body("corrections.note", contains("Es sind 300 Meter."));
        EditorialRequests.publishArticle(corrected);
        EditorialRequests.getPublicArticle(published.path("id")).body("corrections.note", contains("Es sind 300 Meter."));
    }

    @Test
    void theResponseOfGetIsAValidPut() {
        var draft = EditorialRequests.createArticle(Map.of("headline", EditorialRequests.uniqueName("rund"), "category",
                EditorialRequests.createCategory(), "tags", List.of("Hafen"),
                "image", Map.of("alt", "Ein Schiff", "credit", "Jo Baum"), "body", List.of(
                        Map.of("type", "paragraph", "html", "Text"),
                        Map.of("type", "image", "image", Map.of("alt", "Der Kai")))));
        var published = EditorialRequests.publishArticle(draft);
        var got = EditorialRequests.getArticle(published.path("id")).extract();

        Callers.as("editor").contentType("application/json").header("If-Match", got.header("ETag")).body(got.asByteArray())
                .put(EditorialRequests.ARTICLES + "/" + published.path("id")).then().statusCode(200)
                .header("ETag", equalTo(got.header("ETag")))
                .body("revision", equalTo(1)).body("image.id", equalTo(got.path("image.id")))
                .body("body[1].image.id", equalTo(got.path("body[1].image.id")));
        Callers.as("editor").contentType("application/json").header("If-Match", got.header("ETag"))
                .body(Map.of("headline", "x", "state", "draft", "id", "x"))
                .put(EditorialRequests.ARTICLES + "/" + published.path("id"))
                .then()
                .statusCode(400).body("errors.pointer", containsInAnyOrder("/state", "/id"));
    }

    @Test
    void anAuthorKeepsToTheirOwn() {
        var others = EditorialRequests.createArticle(Map.of("headline", EditorialRequests.uniqueName("fremd")));
        var own = Callers.as("author").contentType(ContentType.JSON)
                .body(Map.of("headline", EditorialRequests.uniqueName("eigen")))
                .post(EditorialRequests.ARTICLES).then().statusCode(201).extract();

        var denied = Callers.as("author").get(EditorialRequests.ARTICLES + "/" + others.path("slug")).then().statusCode(404)
                .extract();
        var unknown = Callers.as("author").get(EditorialRequests.ARTICLES + "/there-is-none").then().statusCode(404).extract();
        assertThat(denied.<String> path("detail")).as("whether there is such a draft").isEqualTo(unknown.path("detail"));
        Callers.as("author").get(EditorialRequests.ARTICLES + "/" + own.path("id")).then().statusCode(200);
        Callers.as("author").header("If-Match", own.header("ETag"))
                .post(EditorialRequests.ARTICLES + "/" + own.path("id") + "/publish")
                .then()
                .statusCode(403);
        Callers.as("reader").get(EditorialRequests.ARTICLES + "/" + own.path("id")).then().statusCode(403);
        io.restassured.RestAssured.given().get(EditorialRequests.ARTICLES + "/" + own.path("id")).then().statusCode(401);
    }

    @Test
    void aPatchOfThePicksNamesTheEndpointThatTakesThem() {
        var draft = EditorialRequests.createArticle(Map.of("headline", EditorialRequests.uniqueName("wahl")));

        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", draft.header("ETag"))
                .body("{\"related\": [\"andere\"]}").patch(EditorialRequests.ARTICLES + "/" + draft.path("id")).then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/related"))
                .body("errors[0].detail", org.hamcrest.Matchers.containsString("PUT …/related"));
    }

    @Test
    void theSameKeyMakesOneDraft() {
        var key = EditorialRequests.uniqueName("key");
        var request = Map.of("headline", EditorialRequests.uniqueName("einmal"));

        var first = Callers.as("editor").header("Idempotency-Key", key).contentType(ContentType.JSON).body(request)
                .post(EditorialRequests.ARTICLES).then().statusCode(201).extract();
        var again = Callers.as("editor").header("Idempotency-Key", key).contentType(ContentType.JSON).body(request)
                .post(EditorialRequests.ARTICLES).then().statusCode(201).extract();

        assertThat(again.<String> path("id")).isEqualTo(first.path("id"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void linksToArticlesAndTranslationsAreFoundBySlugAndId() {
        var target = EditorialRequests.createArticle(Map.of("headline", EditorialRequests.uniqueName("ziel")));

        EditorialRequests.postArticle(Map.of("headline", "x", "translationOf", target.path("slug"), "body",
                List.of(Map.of("type", "articleLink", "article", target.<String> path("slug"))))).statusCode(201)
                .body("translationOf", equalTo(target.path("id"))).body("body[0].article", equalTo(target.path("id")));
        EditorialRequests
                .postArticle(
                        Map.of("headline", "x", "body", List.of(Map.of("type", "articleLink", "article", "there-is-none"))))
                .statusCode(400).body("errors.pointer", contains("/body/0/article"));
    }

    @Test
    void anArticleIsNoTranslationOfItselfNorOfItsTranslations() {
        var first = EditorialRequests.createArticle(Map.of("headline", "Original"));
        var second = EditorialRequests.createArticle(Map.of("headline", "One", "translationOf", first.path("id")));
        var third = EditorialRequests.createArticle(Map.of("headline", "Two", "translationOf", second.path("id")));

        for (var original : List.of(first, second, third)) {
            patch(first, Map.of("translationOf", original.<String> path("slug"))).statusCode(400)
                    .body("errors.pointer", contains("/translationOf"))
                    .body("errors[0].detail", containsString("translation of itself"));
        }
        patch(third, Map.of("translationOf", first.<String> path("id"))).statusCode(200);
    }

    @Test
    void anArticleDoesNotLinkToItself() {
        var article = EditorialRequests.createArticle(Map.of("headline", "Allein"));

        patch(article, Map.of("body", List.of(Map.of("type", "box", "title", "x", "body",
                List.of(Map.of("type", "articleLink", "article", article.<String> path("id"))))))).statusCode(400)
                .body("errors.pointer", contains("/body/0/body/0/article"));
    }

    private static ValidatableResponse patch(ExtractableResponse<Response> article, Object change) {
        return Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag")).body(change)
                .patch(EditorialRequests.ARTICLES + "/" + article.path("id")).then();
    }

    /** An article with a link to a deleted article can still be saved, even by a client that does not know of the deletion. */
    @Test
    void whatLinksToADeletedArticleIsSavedAsBefore() {
        var gone = EditorialRequests.createArticle(Map.of("headline", "Fällt weg"));
        var article = EditorialRequests.createArticle(Map.of("headline", "Bleibt", "translationOf", gone.path("id"), "body",
                List.of(Map.of("type", "articleLink", "article", gone.path("id")))));
        Callers.as("editor").header("If-Match", gone.header("ETag")).delete(EditorialRequests.ARTICLES + "/" + gone.path("id"))
                .then()
                .statusCode(204);
        var read = EditorialRequests.getArticle(article.path("id")).statusCode(200).extract();

        var put = Callers.as("editor").contentType("application/json").header("If-Match", read.header("ETag"))
                .body(read.asString()).put(EditorialRequests.ARTICLES + "/" + article.path("id")).then().statusCode(200)
                .extract();

        assertThat(put.header("ETag")).isEqualTo(read.header("ETag"));
        Callers.as("editor").contentType("application/json").header("If-Match", put.header("ETag"))
                .body(Map.of("headline", "Bleibt noch")).patch(EditorialRequests.ARTICLES + "/" + article.path("id")).then()
                .statusCode(200).body("headline", equalTo("Bleibt noch"));
    }

    @Test
    void textThatIsNoHtmlComesBackAsItWentIn() {
        var words = "<b>5 > 3</b> & „so“ \u202E𝒳 'quoted' --";

        EditorialRequests.postArticle(Map.of("headline", words, "teaser", words)).statusCode(201)
                .body("headline", equalTo(words)).body("teaser",
                        equalTo(words));
    }

    @Test
    void anUnknownArticleIsNotFound() {
        EditorialRequests.getArticle("there-is-none").statusCode(404);
        EditorialRequests.getArticle("01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11").statusCode(404);
    }
}
