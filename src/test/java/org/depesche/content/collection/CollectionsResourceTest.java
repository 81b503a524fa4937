package org.depesche.content.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.content.collection.CollectionRequests.collectionsOf;
import static org.depesche.content.collection.CollectionRequests.createCategory;
import static org.depesche.content.collection.CollectionRequests.createCollection;
import static org.depesche.content.collection.CollectionRequests.createDraft;
import static org.depesche.content.collection.CollectionRequests.createPublished;
import static org.depesche.content.collection.CollectionRequests.editor;
import static org.depesche.content.collection.CollectionRequests.getEditorial;
import static org.depesche.content.collection.CollectionRequests.getPublic;
import static org.depesche.content.collection.CollectionRequests.patch;
import static org.depesche.content.collection.CollectionRequests.publicArticleIds;
import static org.depesche.content.collection.CollectionRequests.publish;
import static org.depesche.content.collection.CollectionRequests.put;
import static org.depesche.content.collection.CollectionRequests.uniqueName;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.collection.CollectionRequests.CreatedArticle;
import org.depesche.kernel.Uuid7;
import org.depesche.testkit.SettableClock;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

@QuarkusTest
class CollectionsResourceTest {

    private String section = "";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aSection() {
        section = createCategory();
    }

    @Test
    void theDesksOrderIsShownWithoutDrafts() {
        var first = createPublished(section);
        var hidden = createDraft(section);
        var last = createPublished(section);
        var slug = createCollection("list", last, hidden, first);

        getPublic(slug).statusCode(200).body("slug", equalTo(slug)).body("name", equalTo(slug)).body("type", equalTo("list"))
                .body("updatedAt", notNullValue()).body("items.id", contains(last.id(), first.id()))
                .body("items[0].teaser", nullValue()).body("items[0]", hasKey("wordCount")).body("page.limit", equalTo(15))
                .body("page.next", nullValue()).body("description", nullValue()).body("image", nullValue());
        assertThat(getPublic(slug).extract().asString()).doesNotContain(hidden.id(), hidden.slug());
    }

    @Test
    void anUnpublishedArticleDisappearsAndReturnsAtItsPosition() {
        var pieces = List.of(createPublished(section), createPublished(section), createPublished(section));
        var slug = createCollection("list", pieces.toArray());

        CollectionRequests.unpublish(pieces.get(1));
        assertThat(publicArticleIds(slug)).containsExactly(pieces.get(0).id(), pieces.get(2).id());
        publish(pieces.get(1));
        assertThat(publicArticleIds(slug)).containsExactly(pieces.get(0).id(), pieces.get(1).id(), pieces.get(2).id());
        CollectionRequests.withdraw(pieces.get(0));

        assertThat(publicArticleIds(slug)).containsExactly(pieces.get(1).id(), pieces.get(2).id());
    }

    @Test
    void pagesAreReadInBothDirections() {
        var pieces = new ArrayList<CreatedArticle>();
        for (var i = 0; i < 7; i++) {
            pieces.add(i == 3 ? createDraft(section) : createPublished(section));
        }
        var slug = createCollection("list", pieces.toArray());
        var all = pieces.stream().map(CreatedArticle::id).filter(id -> !id.equals(pieces.get(3).id())).toList();

        var first = getPublic(slug + "?limit=2&view=card&total=true").body("page.total", equalTo(6)).extract();
        var second = follow(first.path("page.next"));
        var third = follow(second.path("page.next"));

        assertThat(first.<List<String>> path("items.id")).isEqualTo(all.subList(0, 2));
        assertThat(second.<List<String>> path("items.id")).isEqualTo(all.subList(2, 4));
        assertThat(third.<List<String>> path("items.id")).isEqualTo(all.subList(4, 6));
        assertThat(third.<String> path("page.next")).isNull();
        assertThat(third.header("Link")).contains("rel=\"prev\"");
        assertThat(follow(third.path("page.previous")).<List<String>> path("items.id")).isEqualTo(all.subList(2, 4));
        assertThat(follow(second.path("page.previous")).<List<String>> path("items.id")).isEqualTo(all.subList(0, 2));
    }

    @Test
    void nothingIsRepeatedOrLostWhenTheDeskAddsAnArticleOnTop() {
        var pieces = List.of(createPublished(section), createPublished(section), createPublished(section),
                createPublished(section));
        var slug = createCollection("list", pieces.toArray());
        var next = getPublic(slug + "?limit=2").extract().<String> path("page.next");

        put(slug, "*",
                CollectionRequests.collectionForm(slug, "list", createPublished(section), pieces.get(0), pieces.get(1),
                        pieces.get(2),
                        pieces.get(3)))
                .statusCode(200);
        assertThat(follow(next).<List<String>> path("items.id")).containsExactly(pieces.get(2).id(), pieces.get(3).id());
        put(slug, "*", CollectionRequests.collectionForm(slug, "list", pieces.get(0), pieces.get(2), pieces.get(3)))
                .statusCode(200);

        assertThat(follow(next).<List<String>> path("items.id")).containsExactly(pieces.get(2).id(), pieces.get(3).id());
    }

    private static ExtractableResponse<Response> follow(String address) {
        return RestAssured.given().urlEncodingEnabled(false).get(address).then().statusCode(200).extract();
    }

    @Test
    void aCursorOfAnotherCollectionIsRefused() {
        var one = createCollection("list", createPublished(section), createPublished(section));
        var cursor = getPublic(one + "?limit=1").extract().<String> path("page.next").replaceFirst(".*cursor=", "");

        getPublic(createCollection("list") + "?cursor=" + cursor).statusCode(400).body("errors.parameter", contains("cursor"));
        getPublic(one + "?cursor=unsinn&limit=0&farbe=rot&view=riesig").statusCode(400).body("errors.size()", equalTo(4));
    }

    @Test
    void theAmountOfEachArticleIsTheCallersChoice() {
        var slug = createCollection("list", createPublished(section));

        getPublic(slug + "?view=card").body("items[0]", not(hasKey("wordCount"))).body("items[0]", hasKey("headline"));
        getPublic(slug + "?view=full").body("items[0].collections.slug", contains(slug)).body("items[0].body", empty());
        getPublic(slug + "?fields=headline").body("items[0].keySet()", hasSize(2))
                .body("name", equalTo(slug));
        getPublic(slug + "?include=body").body("items[0].body", empty()).body("items[0]", not(hasKey("collections")));
    }

    @Test
    void theResponseHasTheTagsOfAllItShowsAndAnETagOnly() {
        var piece = createPublished(section);
        var slug = createCollection("list", piece);
        var id = getEditorial(slug).<String> path("id");

        var response = getPublic(slug).statusCode(200).header("Last-Modified", nullValue())
                .header("Access-Control-Allow-Origin", equalTo("*")).header("Cache-Control", containsString("s-maxage=60"))
                .extract();

        assertThat(response.header("Surrogate-Key").split(" ")).contains("collection:" + compact(id),
                "article:" + compact(piece.id()));
        RestAssured.given().header("If-None-Match", response.header("ETag")).get("/v1/collections/" + slug).then()
                .statusCode(304);
        RestAssured.head("/v1/collections/" + slug).then().statusCode(200).header("ETag", response.header("ETag"));
        patch(slug, "{\"name\": \"Anders\"}").statusCode(200);
        RestAssured.given().header("If-None-Match", response.header("ETag")).get("/v1/collections/" + slug).then()
                .statusCode(200).body("name", equalTo("Anders"));
    }

    @Test
    void allAreListedByNameInPages() {
        var prefix = uniqueName("zz");
        for (var name : List.of("c", "a", "b")) {
            put(prefix + name, null, Map.of("name", prefix + name, "description", "Über " + name)).statusCode(201);
        }

        var found = new ArrayList<String>();
        for (var next = "/v1/collections?limit=2"; next != null;) {
            var page = follow(next);
            found.addAll(page.<List<String>> path("items.slug"));
            next = page.path("page.next");
        }

        assertThat(found.stream().filter(slug -> slug.startsWith(prefix))).containsExactly(prefix + "a", prefix + "b",
                prefix + "c");
        assertThat(found).doesNotHaveDuplicates();
        RestAssured.get("/v1/collections?total=true&limit=1").then().statusCode(200).body("page.total", equalTo(found.size()))
                .header("Surrogate-Key", containsString("collections")).body("items[0]", not(hasKey("items")));
    }

    @Test
    void aPictureIsShownWithTheWordsOfThisUse() {
        var slug = createCollection("dossier");

        patch(slug, "{\"image\": {\"src\": \"https://media.example.org/" + slug
                + ".jpg\", \"alt\": \"Ein Platz\", \"credit\": \"Jo Baum\"}}").statusCode(200);
        patch(slug, "{\"image\": {\"alt\": \"Der Platz am Morgen\"}}").statusCode(200);

        getPublic(slug).body("image.alt", equalTo("Der Platz am Morgen")).body("image.credit", equalTo("Jo Baum"))
                .body("image.src", endsWith(slug + ".jpg")).header("Surrogate-Key", containsString("image:"));
        RestAssured.get("/v1/collections?limit=100").then().body("items.find { it.slug == '" + slug + "' }.image.alt",
                equalTo("Der Platz am Morgen"));
        patch(slug, "{\"image\": null}").statusCode(200);
        getPublic(slug).body("image", nullValue());
    }

    @Test
    void anArticleShowsItsCollectionsAndItsPartOfASeries() {
        var hidden = createDraft(section);
        var first = createPublished(section);
        var second = createPublished(section);
        var series = createCollection("series", hidden, first, second);
        var list = createCollection("list", second);

        assertThat(collectionsOf(first)).containsExactly(Map.of("slug", series, "name", series, "type", "series", "part", 1));
        assertThat(collectionsOf(second)).containsExactlyInAnyOrder(
                Map.of("slug", series, "name", series, "type", "series", "part", 2),
                Map.of("slug", list, "name", list, "type", "list"));
        publish(hidden);
        assertThat(collectionsOf(second)).contains(Map.of("slug", series, "name", series, "type", "series", "part", 3));
    }

    @Test
    void anArticleIsNewWhenWhatItSaysOfItsCollectionsChanges() {
        var clock = SettableClock.install();
        var piece = createPublished(section);
        clock.advance(Duration.ofSeconds(1)); // the second of a change has no date
        var before = RestAssured.get("/v1/articles/" + piece.id()).header("Last-Modified");
        clock.advance(Duration.ofSeconds(1));

        var slug = createCollection("list", piece);
        clock.advance(Duration.ofSeconds(1));
        var collected = RestAssured.get("/v1/articles/" + piece.id());
        assertThat(RestAssured.given().header("If-Modified-Since", before).get("/v1/articles/" + piece.id()).statusCode())
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        put(slug, "*", CollectionRequests.collectionForm(slug, "list")).statusCode(200);

        assertThat(collectionsOf(piece)).isEmpty();
        RestAssured.given().header("If-Modified-Since", collected.header("Last-Modified")).get("/v1/articles/" + piece.id())
                .then().statusCode(200);
    }

    @Test
    void anyListCanLeaveItOut() {
        var pieces = List.of(createPublished(section), createPublished(section), createPublished(section),
                createDraft(section));
        var slug = createCollection("list", pieces.get(1), pieces.get(3));
        var former = slug;
        var present = uniqueName("neuer-name");
        patch(slug, "{\"slug\": \"" + present + "\"}").statusCode(200);

        for (var name : List.of(former, present)) {
            for (var list : List.of("/v1/articles?category=" + section + "&", "/v1/categories/" + section + "/articles?")) {
                RestAssured.get(list + "total=true&excludeCollection=" + name).then().statusCode(200)
                        .body("items.id", contains(pieces.get(2).id(), pieces.get(0).id())).body("page.total", equalTo(2))
                        .header("Surrogate-Key", containsString("collection:"));
            }
            RestAssured.get("/v1/archive?category=" + section + "&excludeCollection=" + name).then().statusCode(200)
                    .body("items.count", contains(2));
        }
    }

    @Test
    void anInvalidExclusionIsAnError() {
        var slug = createCollection("list");

        RestAssured.get("/v1/articles?excludeCollection=gibt-es-nicht").then().statusCode(400)
                .body("errors.parameter", contains("excludeCollection"));
        RestAssured.get("/v1/articles?excludeCollection=Ä_1").then().statusCode(400);
        RestAssured.get("/v1/articles?ids=" + UUID.randomUUID() + "&excludeCollection=" + slug).then().statusCode(400)
                .body("errors.parameter", contains("excludeCollection"));
    }

    @Test
    void aPlaceInAListHoldsWhileTheCollectionChanges() {
        var pieces = List.of(createPublished(section), createPublished(section), createPublished(section),
                createPublished(section));
        var slug = createCollection("list", pieces.get(0));
        var list = "/v1/articles?category=" + section + "&limit=1&excludeCollection=" + slug;
        var next = RestAssured.get(list).then().body("items.id", contains(pieces.get(3).id())).extract()
                .<String> path("page.next");

        put(slug, "*", CollectionRequests.collectionForm(slug, "list", pieces.get(2))).statusCode(200);

        assertThat(follow(next).<List<String>> path("items.id")).containsExactly(pieces.get(1).id());
    }

    @Test
    void itsAddressIsResolved() {
        var former = createCollection("list");
        var present = uniqueName("jetzt");
        patch(former, "{\"slug\": \"" + present + "\"}").statusCode(200);
        var id = getEditorial(present).<String> path("id");

        RestAssured.get("/v1/resolve?url=/collection/" + present).then().statusCode(200).body("kind", equalTo("collection"))
                .body("id", equalTo(id)).body("slug", equalTo(present)).body("status", equalTo("current"))
                .header("Surrogate-Key", containsString("collection:" + compact(id)));
        RestAssured.get("/v1/resolve?url=/collection/" + former).then().statusCode(200).body("status", equalTo("moved"))
                .body("redirect", equalTo(301)).body("slug", equalTo(present));
        RestAssured.get("/v1/resolve?url=/collection/gibt-es-nicht").then().statusCode(404);
    }

    @Test
    void eachSiteHasItsOwn() {
        var site = uniqueName("zweite");
        var slug = createCollection("list", createPublished(section));
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> {
            handle.execute("insert into site (id, slug, name, language, url, is_default, created_at, updated_at) values"
                    + " (?, ?, 'Zweite', 'de', 'https://zweite.example', false, utc_timestamp(), utc_timestamp())",
                    Uuid7.next(), site);
            handle.execute("update change_counter set value = value + 1, vocabulary = value");
        }));
        try {
            getPublic(slug + "?site=" + site).statusCode(404);
            var piece = createPublished(section);
            editor().body(Map.of("name", "Dort", "articles", List.of(piece.id())))
                    .put(CollectionRequests.COLLECTIONS + slug + "?site=" + site).then().statusCode(201)
                    .header("Location", endsWith(slug + "?site=" + site)).body("site", equalTo(site));

            // the article is not placed there
            getPublic(slug + "?site=" + site).statusCode(200).body("name", equalTo("Dort")).body("items", empty())
                    .body("url", equalTo("https://zweite.example/collection/" + slug));
            assertThat(collectionsOf(piece)).isEmpty();
            getPublic(slug + "?site=nirgends").statusCode(400).body("errors.parameter", contains("site"));
            RestAssured.get("/v1/collections?site=" + site).then().body("items.name", contains("Dort"));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> {
                handle.execute("delete from collection where site_id = (select id from site where slug = ?)", site);
                handle.execute("delete from site where slug = ?", site);
                handle.execute("update change_counter set value = value + 1, vocabulary = value");
            }));
        }
    }

    private static String compact(String id) {
        return Uuid7.compact(UUID.fromString(id));
    }
}
