package org.depesche.content.editorial.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.testkit.Callers;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

@QuarkusTest
class RevisionsResourceTest {

    @Test
    void everySaveIsARevision() {
        var category = EditorialRequests.createCategory();
        var first = EditorialRequests.createArticle(Map.of("headline", "Eins", "category", category));
        var second = EditorialRequests.publishArticle(saved(first, Map.of("headline", "Zwei"), ""));
        var third = saved(second, Map.of("teaser", "Mehr", "body", "<p>Text</p>"), "");

        read(third, "").body("items.number", equalTo(List.of(3, 2, 1))).body("items.kind",
                equalTo(List.of("save", "save", "save"))).body("items.by",
                        equalTo(List.of("test editor", "test editor",
                                "test editor")))
                .body("items[0].changed", equalTo(List.of("body", "teaser")))
                .body("items[1].changed", equalTo(List.of("headline"))).body("items[2].changed", hasSize(0))
                .body("items.published", equalTo(List.of(false, true, false)));
        read(third, "?limit=2&total=true").body("items", hasSize(2)).body("items[1].changed", equalTo(List.of("headline")))
                .body("page.next", notNullValue()).body("page.total", equalTo(3));
        read(third, "/1").body("article.headline", equalTo("Eins")).body("number", equalTo(1));
        Callers.as("editor").get(path(third) + "/4").then().statusCode(404);
        Callers.as("editor").get(path(third) + "/eins").then().statusCode(404);
        Callers.as("author").get(path(third)).then().statusCode(404);
    }

    @Test
    void autosavesOfOnePersonAreOneRevisionUntilSomebodyPublishes() {
        var draft = EditorialRequests.createArticle(Map.of("headline", "Eins", "category", EditorialRequests.createCategory()));
        var typing = saved(saved(draft, Map.of("teaser", "A"), "?autosave=true"), Map.of("teaser", "AB"), "?autosave=true");
        assertThat(typing.<Integer> path("revision")).isEqualTo(2);
        assertThat(typing.header("ETag")).isNotEqualTo(draft.header("ETag"));

        var published = EditorialRequests.publishArticle(typing);
        var after = saved(published, Map.of("teaser", "ABC"), "?autosave=true");
        var byHand = saved(after, Map.of("teaser", "ABCD"), "");

        read(byHand, "").body("items.kind", equalTo(List.of("save", "autosave", "autosave", "save")));
        Callers.as("editor").contentType("application/json").header("If-Match", byHand.header("ETag")).body("{}")
                .patch(EditorialRequests.ARTICLES + "/" + byHand.path("id") + "?autosave=ja").then().statusCode(400);
    }

    @Test
    void autosavesOfTwoPeopleOfOneNameStayTwo() {
        var draft = EditorialRequests.createArticle(Map.of("headline", "Zwillinge"));
        var one = typed(draft, Map.of("teaser", "Die eine"), key("Kim Meier"));
        var other = typed(one, Map.of("teaser", "Der andere"), key("Kim Meier"));

        read(other, "").body("items.kind", equalTo(List.of("autosave", "autosave", "save"))).body("items.by",
                equalTo(List.of("Kim Meier", "Kim Meier", "test editor")));
    }

    private static String key(String name) {
        return Callers.as("admin").contentType("application/json").body(Map.of("name", name, "role", "editor"))
                .post("/v1/editorial/keys").then().statusCode(201).extract().path("key");
    }

    private static ExtractableResponse<Response> typed(ExtractableResponse<Response> article, Map<String, Object> patch,
            String key) {
        return Callers.withKey(key).contentType("application/json").header("If-Match", article.header("ETag")).body(patch)
                .patch(EditorialRequests.ARTICLES + "/" + article.path("id") + "?autosave=true").then().statusCode(200)
                .extract();
    }

    @Test
    void twoRevisionsAreComparedMemberByMemberAndWordByWord() {
        var first = EditorialRequests.createArticle(Map.of("headline", "Treffen in Bonn am Rhein", "body",
                "<p>Erstens.</p><p>Zweitens kommt der Rat.</p><p>Drittens.</p>", "tags", List.of("Bonn")));
        var second = saved(first, Map.of("headline", "Treffen in Berlin am Rhein", "kicker", "Neu", "body",
                "<p>Zweitens kommt die Stadt.</p><p>Drittens.</p><h2>Ende</h2>"), "");

        var changes = read(second, "/1/diff?to=2").body("from", equalTo(1)).body("to", equalTo(2)).extract().jsonPath();

        assertThat(changes.<String> getList("changes.pointer")).containsExactlyInAnyOrder("/headline", "/kicker", "/body/0",
                "/body/0/html", "/body/2");
        assertThat(changes.<String> getList("changes.find { it.pointer == '/headline' }.words.text")).containsExactly(
                "Treffen in ", "Bonn", "Berlin", " am Rhein");
        assertThat(changes.<String> getList("changes.find { it.pointer == '/headline' }.words.kind")).containsExactly("same",
                "removed", "added", "same");
        read(second, "/1/diff").body("to", equalTo(2));
        read(second, "/2/diff?to=1").body("changes.find { it.pointer == '/kicker' }.kind", equalTo("removed"));
        Callers.as("editor").get(path(second) + "/1/diff?to=0").then().statusCode(400);
        Callers.as("editor").get(path(second) + "/1/diff?to=9").then().statusCode(404);
    }

    @Test
    void aRestoredRevisionIsANewOneThatSaysTheSame() {
        var first = EditorialRequests.createArticle(
                Map.of("headline", "Eins", "category", EditorialRequests.createCategory(), "tags", List.of("Alt")));
        var second = saved(first, Map.of("headline", "Zwei", "slug", EditorialRequests.uniqueName("zwei"), "tags", List.of()),
                "");

        var restored = Callers.as("editor").header("If-Match", second.header("ETag")).post(path(second) + "/1/restore").then()
                .statusCode(200).body("revision", equalTo(3)).body("headline", equalTo("Eins"))
                .body("slug", equalTo(first.path("slug"))).extract();

        read(restored, "/1/diff?to=3").body("changes", hasSize(0));
        read(restored, "").body("items[0].kind", equalTo("restore"));
        Callers.as("editor").get(EditorialRequests.ARTICLES + "/" + second.path("slug")).then().statusCode(200);
    }

    @Test
    void whatWasDeletedSinceDoesNotComeBack() {
        var gone = EditorialRequests.createCategory();
        var tag = EditorialRequests.uniqueName("schlagwort");
        var first = EditorialRequests.createArticle(Map.of("headline", "Eins", "category", gone, "tags", List.of(tag)));
        var second = saved(first, Map.of("category", EditorialRequests.createCategory(), "tags", List.of()), "");
        deleted("/v1/editorial/categories/" + gone);
        deleted("/v1/editorial/tags/" + tag);

        var restored = Callers.as("editor").header("If-Match", second.header("ETag")).post(path(second) + "/1/restore").then()
                .statusCode(200).body("warnings.pointer", equalTo(List.of("/placements/0", "/tags/0")))
                .body("placements", hasSize(0)).extract();

        EditorialRequests.postPublish(restored, "{}").statusCode(422).body("errors.pointer", equalTo(List.of("/category")));
        EditorialRequests.publishArticle(saved(restored, Map.of("category", EditorialRequests.createCategory()), ""));
    }

    @Test
    void aRestoredTranslationDoesNotCloseACircle() {
        var original = EditorialRequests.createArticle(Map.of("headline", "Eins"));
        var first = EditorialRequests.createArticle(Map.of("headline", "One", "translationOf", original.path("id")));
        var patch = new HashMap<String, Object>();
        patch.put("translationOf", null);
        var second = saved(first, patch, "");
        saved(original, Map.of("translationOf", first.path("id")), "");

        Callers.as("editor").header("If-Match", second.header("ETag")).post(path(second) + "/1/restore").then()
                .statusCode(200).body("warnings.pointer", equalTo(List.of("/translationOf")))
                .body("translationOf", nullValue());
    }

    private static void deleted(String path) {
        var etag = Callers.as("editor").get(path).header("ETag");
        Callers.as("editor").header("If-Match", etag).delete(path).then().statusCode(204);
    }

    @Test
    void twoEditorsSavingAtOnceLoseNothing() {
        var draft = EditorialRequests.createArticle(Map.of("headline", "Beide"));
        saved(draft, Map.of("kicker", "Die eine"), "");

        Callers.as("editor").contentType("application/json").header("If-Match", draft.header("ETag"))
                .body(Map.of("kicker", "Der andere")).patch(EditorialRequests.ARTICLES + "/" + draft.path("id")).then()
                .statusCode(412)
                .header("ETag", equalTo(EditorialRequests.getArticle(draft.path("id")).extract().header("ETag")));

        EditorialRequests.getArticle(draft.path("id")).body("kicker", equalTo("Die eine"));
    }

    private static String path(ExtractableResponse<Response> article) {
        return EditorialRequests.ARTICLES + "/" + article.path("id") + "/revisions";
    }

    private static io.restassured.response.ValidatableResponse read(ExtractableResponse<Response> article, String rest) {
        return Callers.as("editor").get(path(article) + rest).then().statusCode(200);
    }

    private static ExtractableResponse<Response> saved(ExtractableResponse<Response> article, Map<String, Object> patch,
            String query) {
        return Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag")).body(patch)
                .patch(EditorialRequests.ARTICLES + "/" + article.path("id") + query).then().statusCode(200).extract();
    }
}
