package org.depesche.content.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.testkit.Callers;
import org.depesche.testkit.LoggedChanges;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The editorial operations that tags and authors share. */
@QuarkusTest
class EditorialTaxonomyTest {

    private static final String EDITORIAL = "/v1/editorial/";

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void aNewEntryHasAUrlAndAnETagAndIsNotPublic(String kind) {
        var name = unique("Käthe");

        var created = post(kind, Map.of("name", name));

        created.then().statusCode(201).header("Location", endsWith(path(kind, created))).body("name", equalTo(name))
                .body("slug", equalTo(name.toLowerCase().replace("ä", "ae").replace(' ', '-')));
        editor().get(path(kind, created)).then().statusCode(200).header("ETag", created.header("ETag"));
        editor().get(EDITORIAL + kind + "/" + created.path("slug")).then().statusCode(200);
        editor().queryParam("q", name).queryParam("total", true).get(EDITORIAL + kind).then().statusCode(200)
                .body("items.name", contains(name)).body("page.total", equalTo(1));
        RestAssured.get("/v1/" + kind + "/" + created.path("slug")).then().statusCode(404);
    }

    @Test
    void tagsHaveATypeAndAuthorsHaveInitials() {
        var tag = post("tags", Map.of("name", unique("Sielach"), "type", "place"));
        var author = post("authors", Map.of("name", unique("Jule"), "initials", "jpe"));

        tag.then().statusCode(201).body("type", equalTo("place"));
        author.then().statusCode(201).body("initials", equalTo("jpe"));
        patch("tags", tag, tag.header("ETag"), "{\"type\": null}").then().statusCode(200).body("type", equalTo("topic"));
        patch("authors", author, author.header("ETag"), "{\"initials\": null}").then().statusCode(200)
                .body("initials", nullValue());
        editor().queryParam("type", "product").queryParam("q", (String) tag.path("name")).get(EDITORIAL + "tags").then()
                .statusCode(200).body("items.id", not(hasItem((String) tag.path("id"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void listsArePagedByNameBothWays(String kind) {
        var word = unique("Seite");
        List.of("c", "a", "b").forEach(end -> post(kind, Map.of("name", word + " " + end)).then().statusCode(201));

        var first = editor().queryParam("q", word).queryParam("limit", 2).get(EDITORIAL + kind).then().statusCode(200)
                .body("items.name", contains(word + " a", word + " b")).extract();
        var second = editor().urlEncodingEnabled(false).get(first.<String> path("page.next")).then().statusCode(200)
                .body("items.name", contains(word + " c")).extract();

        editor().urlEncodingEnabled(false).get(second.<String> path("page.previous")).then().statusCode(200)
                .body("items.name", contains(word + " a", word + " b"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void allErrorsAreReportedAtOnce(String kind) {
        post(kind, Map.of("slug", "Nicht Gut", "farbe", "rot", "type", "gibt-es-nicht", "initials", "x".repeat(21))).then()
                .statusCode(400).body("type", endsWith("/problems/invalid-body"))
                .body("errors.pointer",
                        hasItems("/slug", "/name", "/farbe", "/" + (kind.equals("tags") ? "type" : "initials")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void namesAndExplicitSlugsAreUnique(String kind) {
        var name = unique("Einmalig");
        var created = post(kind, Map.of("name", name));

        post(kind, Map.of("name", name.toUpperCase())).then().statusCode(409).body("errors.pointer", contains("/name"));
        post(kind, Map.of("name", unique("Anders"), "slug", slugOf(created))).then().statusCode(409)
                .body("errors.pointer", contains("/slug"));
        assertThat(slugOf(post(kind, Map.of("name", name + "!")))).isEqualTo(slugOf(created) + "-2");
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void putAcceptsTheGetResponseAndRejectsReadOnlyChanges(String kind) {
        var created = post(kind, Map.of("name", unique("Rund")));
        var view = editor().get(path(kind, created));

        put(kind, created, view.header("ETag"), view.asString()).then().statusCode(200).header("ETag", view.header("ETag"));
        put(kind, created, view.header("ETag"), Map.of("name", "Rund", "id", UUID.randomUUID().toString())).then()
                .statusCode(400).body("errors.pointer", contains("/id"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void aChangeNeedsTheETagOfTheCurrentVersion(String kind) {
        var created = post(kind, Map.of("name", unique("Stand")));
        var first = created.header("ETag");

        editor().contentType(ContentType.JSON).body(Map.of("name", "x")).patch(path(kind, created)).then().statusCode(428);
        patch(kind, created, first, Map.of("name", unique("Neuer Stand"))).then().statusCode(200);

        patch(kind, created, first, Map.of("name", "x")).then().statusCode(412)
                .header("ETag", editor().get(path(kind, created)).header("ETag"));
        editor().delete(path(kind, created)).then().statusCode(428);
        editor().header("If-Match", first).delete(path(kind, created)).then().statusCode(412);
        editor().header("If-Match", editor().get(path(kind, created)).header("ETag")).delete(path(kind, created)).then()
                .statusCode(204);
        editor().get(path(kind, created)).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void aRenameIsVisibleAtOnceAndTheFormerSlugRedirects(String kind) {
        var created = post(kind, Map.of("name", unique("Vorher")));
        var former = slugOf(created);
        var article = published(kind, former);
        RestAssured.get("/v1/articles/" + article).then().statusCode(200).body(kind + ".slug", contains(former));
        var before = changes();

        var renamed = patch(kind, created, created.header("ETag"), Map.of("slug", former + "-neu", "name", unique("Nachher")));

        renamed.then().statusCode(200);
        RestAssured.get("/v1/articles/" + article).then().statusCode(200).body(kind + ".slug", contains(former + "-neu"))
                .body(kind + ".name", contains((String) renamed.path("name")));
        RestAssured.given().redirects().follow(false).get("/v1/" + kind + "/" + former).then().statusCode(301)
                .header("Location", endsWith("/v1/" + kind + "/" + former + "-neu"));
        post(kind, Map.of("name", unique("Fremd"), "slug", former)).then().statusCode(409);
        LoggedChanges.of(before, created.path("id")).body("type", contains(singular(kind) + ".updated"))
                .body("slug", contains(former + "-neu")).body("previous.slug", contains(former))
                .body("changed[0]", contains("slug", "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void anEntryOfAPublicArticleIsNotDeleted(String kind) {
        var created = post(kind, Map.of("name", unique("Gebraucht")));
        published(kind, slugOf(created));

        delete(kind, created).then().statusCode(409).body("detail", containsString("public articles"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void anEntryOfADraftIsNotDeletedUntilTheDraftDropsIt(String kind) {
        var created = post(kind, Map.of("name", unique("Entwurf")));
        var draft = article(Map.of("headline", "Entwurf", kind, List.of(slugOf(created))));
        draft.then().statusCode(201);

        delete(kind, created).then().statusCode(409).body("detail", containsString("drafts"));
        editor().contentType(ContentType.JSON).header("If-Match", draft.header("ETag")).body("{\"" + kind + "\": []}")
                .patch(EDITORIAL + "articles/" + draft.path("id")).then().statusCode(200);

        delete(kind, created).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void anEditedPublicArticleCountsWithBothItsVersions(String kind) {
        var one = post(kind, Map.of("name", unique("Eins")));
        var other = post(kind, Map.of("name", unique("Zwei")));
        var slug = published(kind, slugOf(one));
        var present = editor().get(EDITORIAL + "articles/" + slug);

        editor().contentType(ContentType.JSON).header("If-Match", present.header("ETag"))
                .body(Map.of(kind, List.of(slugOf(other)))).patch(EDITORIAL + "articles/" + slug).then().statusCode(200);

        delete(kind, one).then().statusCode(409).body("detail", containsString("public articles"));
        delete(kind, other).then().statusCode(409).body("detail", containsString("drafts"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void anEntryOfAnUnpublishedArticleIsNotDeleted(String kind) {
        var created = post(kind, Map.of("name", unique("Zurückgezogen")));
        var article = EDITORIAL + "articles/" + published(kind, slugOf(created));
        editor().contentType(ContentType.JSON).header("If-Match", editor().get(article).header("ETag")).body("{}")
                .post(article + "/unpublish").then().statusCode(200);

        delete(kind, created).then().statusCode(409).body("detail", containsString("drafts"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void theChangeLogDoesNotRevealAPrivateEntry(String kind) {
        var before = changes();
        var created = post(kind, Map.of("name", unique("Geheim")));

        var renamed = patch(kind, created, created.header("ETag"), Map.of("slug", slugOf(created) + "-geheim"));
        renamed.then().statusCode(200);
        delete(kind, created).then().statusCode(204);

        var log = RestAssured.get("/v1/changes?since=" + before + "&limit=100").then().statusCode(200)
                .body("items.findAll { it.id == '" + created.path("id") + "' }.type",
                        contains(singular(kind) + ".updated", singular(kind) + ".deleted"))
                .extract().asString();
        assertThat(log).doesNotContainIgnoringCase("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void onlyEditorsHaveAccess(String kind) {
        RestAssured.get(EDITORIAL + kind).then().statusCode(401);
        Callers.as("author").get(EDITORIAL + kind).then().statusCode(403);
        editor().get(EDITORIAL + kind).then().statusCode(200);
    }

    private static String published(String kind, String slug) {
        Newsroom.ensureCategory("namen", "Namen");
        var article = article(Map.of("headline", unique("Meldung"), "category", "namen", kind, List.of(slug)));
        editor().contentType(ContentType.JSON).header("If-Match", article.header("ETag")).body("{}")
                .post(EDITORIAL + "articles/" + article.path("id") + "/publish").then().statusCode(200);
        return article.path("slug");
    }

    private static Response article(Map<String, ?> form) {
        return editor().contentType(ContentType.JSON).body(form).post(EDITORIAL + "articles");
    }

    private static long changes() {
        return Long.parseLong(RestAssured.get("/v1/changes?limit=1").header("Depesche-Sequence"));
    }

    private static String singular(String kind) {
        return kind.substring(0, kind.length() - 1);
    }

    private static Response delete(String kind, Response created) {
        return editor().header("If-Match", editor().get(path(kind, created)).header("ETag")).delete(path(kind, created));
    }

    private static Response patch(String kind, Response created, String tag, Object body) {
        return editor().contentType(ContentType.JSON).header("If-Match", tag).body(body).patch(path(kind, created));
    }

    private static Response put(String kind, Response created, String tag, Object body) {
        return editor().contentType(ContentType.JSON).header("If-Match", tag).body(body).put(path(kind, created));
    }

    private static Response post(String kind, Map<String, ?> body) {
        return editor().contentType(ContentType.JSON).body(body).post(EDITORIAL + kind);
    }

    private static String path(String kind, Response created) {
        return EDITORIAL + kind + "/" + created.then().statusCode(201).extract().jsonPath().getString("id");
    }

    private static String slugOf(Response created) {
        return created.then().statusCode(201).extract().jsonPath().getString("slug");
    }

    private static RequestSpecification editor() {
        return Callers.as("editor");
    }

    private static String unique(String word) {
        return word + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
