package org.depesche.content.collection.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.content.collection.CollectionRequests.createCategory;
import static org.depesche.content.collection.CollectionRequests.createCollection;
import static org.depesche.content.collection.CollectionRequests.createDraft;
import static org.depesche.content.collection.CollectionRequests.createPublished;
import static org.depesche.content.collection.CollectionRequests.editor;
import static org.depesche.content.collection.CollectionRequests.getEditorial;
import static org.depesche.content.collection.CollectionRequests.getPublic;
import static org.depesche.content.collection.CollectionRequests.patch;
import static org.depesche.content.collection.CollectionRequests.put;
import static org.depesche.content.collection.CollectionRequests.uniqueName;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.depesche.testkit.Callers;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
class EditorialCollectionsResourceTest {

    private static final String PATH = "/v1/editorial/collections";

    @Test
    void aCollectionIsMadeWhereThereIsNone() {
        var section = createCategory();
        var public_ = createPublished(section);
        var draft = createDraft(section);
        var slug = uniqueName("titel");

        var created = put(slug, null, Map.of("name", "Titelseite", "description", "Oben", "articles",
                List.of(draft.slug(), public_.id()))).statusCode(201);

        created.header("Location", endsWith(PATH + "/" + slug)).header("ETag", containsString("\""))
                .body("slug", equalTo(slug)).body("site", equalTo("default")).body("name", equalTo("Titelseite"))
                .body("type", equalTo("list")).body("description", equalTo("Oben"))
                .body("articles.id", contains(draft.id(), public_.id())).body("articles.slug", contains(draft.slug(),
                        public_.slug()))
                .body("articles.state", contains("draft", "published"));
        editor().get(PATH + "/" + slug).then().statusCode(200).header("ETag", created.extract().header("ETag"))
                .header("Cache-Control", containsString("no-store"));
    }

    @Test
    void anExistingCollectionIsReplacedOnlyWithItsETag() {
        var slug = createCollection("list");
        var first = getEditorial(slug).header("ETag");

        put(slug, null, Map.of("name", "Neu")).statusCode(428);
        put(slug, first, Map.of("name", "Neu")).statusCode(200).body("name", equalTo("Neu"));

        put(slug, first, Map.of("name", "Älter")).statusCode(412).header("ETag", getEditorial(slug).header("ETag"));
        editor().header("If-Match", first).body("{}").patch(PATH + "/" + slug).then().statusCode(412);
        editor().body("{}").patch(PATH + "/" + slug).then().statusCode(428);
        editor().delete(PATH + "/" + slug).then().statusCode(428);
        editor().header("If-Match", first).delete(PATH + "/" + slug).then().statusCode(412);
    }

    @Test
    void ifNoneMatchPreventsReplacing() {
        var slug = uniqueName("neu");
        var create = Map.of("name", "Neu");

        editor().header("If-None-Match", "*").body(create).put(PATH + "/" + slug).then().statusCode(201);
        editor().header("If-None-Match", "*").body(create).put(PATH + "/" + slug).then().statusCode(412)
                .header("ETag", getEditorial(slug).header("ETag"));
        put(uniqueName("nie"), "\"x-1\"", create).statusCode(412);
    }

    @Test
    void articlesAreNamedByIdSlugAndFormerSlug() {
        var section = createCategory();
        var first = createPublished(section);
        var second = createPublished(section);
        var third = createDraft(section);
        editor().header("If-Match", "*").body(Map.of("slug", uniqueName("anders")))
                .patch("/v1/editorial/articles/" + third.id())
                .then().statusCode(200);

        var slug = createCollection("list", third.slug(), first.id().toUpperCase(Locale.ROOT), second.slug());

        assertThat(getEditorial(slug).<List<String>> path("articles.id")).containsExactly(third.id(), first.id(), second.id());
    }

    @Test
    void allErrorsAreReportedAtOnceWithTheirPointers() {
        var section = createCategory();
        var known = createDraft(section);
        var articles = Arrays.<Object> asList(known.id(), "gibt-es-nicht", UUID.randomUUID().toString(), known.slug(), 7,
                Map.of("headline", "namenlos"));

        put(uniqueName("falsch"), null, Map.of("type", "haufen", "farbe", "rot", "articles", articles, "image",
                Map.of("id", UUID.randomUUID().toString()))).statusCode(400)
                .body("type", endsWith("/problems/invalid-body")).body("errors.pointer", containsInAnyOrder("/name", "/type",
                        "/farbe", "/articles/1", "/articles/2", "/articles/3", "/articles/4", "/articles/5", "/image/id"));
    }

    @Test
    void aThousandArticlesAreTheMost() {
        put(uniqueName("viele"), null, Map.of("name", "Viele", "articles", Collections.nCopies(1_001, "egal"))).statusCode(400)
                .body("errors.pointer", contains("/articles")).body("errors[0].detail", containsString("at most 1000"));
    }

    @Test
    void theResponseOfGetIsAValidPut() {
        var section = createCategory();
        var slug = createCollection("dossier", createPublished(section), createDraft(section));
        patch(slug, "{\"description\": \"Alles dazu\", \"image\": {\"alt\": \"Ein Platz\", \"credit\": \"Jo Baum\"}}")
                .statusCode(200).body("image.alt", equalTo("Ein Platz"));
        var shown = getEditorial(slug);

        put(slug, shown.header("ETag"), shown.asString()).statusCode(200).header("ETag", shown.header("ETag"));
        var changed = new HashMap<String, Object>(shown.jsonPath().getMap(""));
        changed.put("updatedAt", "2001-01-01T00:00:00+01:00");
        put(slug, shown.header("ETag"), changed).statusCode(400).body("errors.pointer", contains("/updatedAt"));
    }

    @Test
    void aPatchLeavesWhatItDoesNotName() {
        var section = createCategory();
        var first = createPublished(section);
        var second = createPublished(section);
        var slug = createCollection("series", first, second);

        patch(slug, "{\"description\": \"Zwei Teile\"}").statusCode(200).body("type", equalTo("series"))
                .body("articles.id", contains(first.id(), second.id()));
        patch(slug, "{\"description\": null, \"articles\": [\"" + second.id() + "\"]}").statusCode(200)
                .body("description", nullValue()).body("articles.id", contains(second.id()));
        patch(slug, "{\"name\": null}").statusCode(400).body("errors.pointer", hasItems("/name"));
    }

    @Test
    void aFormerSlugRedirectsToTheCurrentOneAndStaysReserved() {
        var former = createCollection("list");
        var present = uniqueName("umbenannt");

        patch(former, "{\"slug\": \"" + present + "\"}").statusCode(200).body("slug", equalTo(present));

        getPublic(former + "?limit=3&site=default").statusCode(301).header("Location",
                endsWith("/v1/collections/" + present + "?limit=3&site=default"))
                .header("Cache-Control", containsString("max-age=300"))
                .header("Surrogate-Key", containsString("collection:"));
        put(former, null, Map.of("name", "Anderes")).statusCode(428);
        patch(createCollection("list"), "{\"slug\": \"" + former + "\"}").statusCode(409);
        patch(createCollection("list"), "{\"slug\": \"" + present + "\"}").statusCode(409);
        patch(present, "{\"slug\": \"" + former + "\"}").statusCode(200);
        getPublic(present).statusCode(301);
        getPublic(former).statusCode(200);
    }

    @Test
    void anAddressThatIsNoSlugMakesNothing() {
        put("Nicht_Gut", null, Map.of("name", "x")).statusCode(400).body("errors.parameter", contains("slug"));
        put(UUID.randomUUID().toString(), null, Map.of("name", "x")).statusCode(400);
        put(uniqueName("so"), null, Map.of("name", "x", "slug", "anders")).statusCode(400).body("errors.pointer",
                contains("/slug"));
    }

    @Test
    void aDeletedCollectionIsGoneAndItsSlugsAreFree() {
        var former = createCollection("list");
        var slug = uniqueName("weg");
        patch(former, "{\"slug\": \"" + slug + "\"}").statusCode(200);

        editor().header("If-Match", getEditorial(slug).header("ETag")).delete(PATH + "/" + slug).then().statusCode(204);

        getPublic(slug).statusCode(404);
        getPublic(former).statusCode(404);
        editor().get(PATH + "/" + slug).then().statusCode(404);
        RestAssured.get("/v1/resolve?url=/collection/" + former).then().statusCode(200).body("status", equalTo("gone"));
        put(former, null, Map.of("name", "Wieder da")).statusCode(201);
        RestAssured.get("/v1/resolve?url=/collection/" + former).then().body("status", equalTo("current"));
        patch(former, "{\"slug\": \"" + slug + "\"}").statusCode(200);
        getPublic(slug).statusCode(200);
    }

    @Test
    void errorsInQueryAndBodyAreReportedTogether() {
        var slug = uniqueName("beides");

        editor().body(Map.of("farbe", "rot")).put(PATH + "/" + slug + "?seite=1").then().statusCode(400)
                .body("errors.parameter", hasItems("seite")).body("errors.pointer", hasItems("/name", "/farbe"));
        editor().body(Map.of("name", "x")).put(PATH + "/" + slug + "?site=nirgends").then().statusCode(400)
                .body("errors.parameter", contains("site"));
        getPublic(slug).statusCode(404);
    }

    @Test
    void theListHasTheSizeOfEach() {
        var section = createCategory();
        var slug = createCollection("list", createPublished(section), createDraft(section));
        var id = getEditorial(slug).<String> path("id");

        var found = pages().stream().filter(entry -> entry.get("id").equals(id)).findFirst().orElseThrow();

        assertThat(found).containsEntry("slug", slug).containsEntry("articleCount", 2).doesNotContainKey("articles");
    }

    private static List<Map<String, Object>> pages() {
        var all = new ArrayList<Map<String, Object>>();
        for (var next = PATH + "?limit=100"; next != null;) {
            var page = editor().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
            all.addAll(page.getList("items"));
            next = page.getString("page.next");
        }
        return all;
    }

    @Test
    void anAuthorMayNotCollect() {
        Callers.as("author").contentType("application/json").body(Map.of("name", "x")).put(PATH + "/" + uniqueName("x")).then()
                .statusCode(403);
    }
}
