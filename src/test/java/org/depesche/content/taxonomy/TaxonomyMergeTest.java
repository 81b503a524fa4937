package org.depesche.content.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Merges of tags and authors, which share their rules. */
@QuarkusTest
class TaxonomyMergeTest {

    private static final String EDITORIAL = "/v1/editorial/";

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void whatNamedTheOneNamesTheOtherEverywhereAndOnce(String kind) {
        var one = made(kind);
        var other = made(kind);
        var ofOne = published(kind, one);
        var ofOther = published(kind, other);
        var ofBoth = published(kind, one, other);

        merge(kind, one, slug(other)).then().statusCode(200).body("id", equalTo(other.path("id")));

        RestAssured.get("/v1/articles/" + ofOne).then().statusCode(200).body(kind + ".slug", contains(slug(other)));
        RestAssured.get("/v1/articles/" + ofBoth).then().statusCode(200).body(kind + ".slug", contains(slug(other)));
        RestAssured.get("/v1/articles?total=true&" + singular(kind) + "=" + slug(other)).then().statusCode(200)
                .body("items.slug", containsInAnyOrder(ofOne, ofOther, ofBoth)).body("page.total", equalTo(3));
        RestAssured.get("/v1/articles?" + singular(kind) + "=" + slug(one)).then().statusCode(200)
                .body("items.slug", containsInAnyOrder(ofOne, ofOther, ofBoth));
        RestAssured.get("/v1/" + kind + "/" + slug(other)).then().statusCode(200).body("articleCount", equalTo(3));
        RestAssured.get("/v1/" + kind + "?q=" + one.path("name")).then().statusCode(200).body("items.id",
                not(hasItem((String) one.path("id"))));
        editor().get(EDITORIAL + kind + "?q=" + one.path("name")).then().statusCode(200).body("items.id",
                not(hasItem((String) one.path("id"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void everySlugTheOneEverHadRedirectsToTheOtherAlsoWhenThatIsMergedInTurn(String kind) {
        var one = made(kind);
        var renamed = editor().contentType(ContentType.JSON).header("If-Match", one.header("ETag"))
                .body(Map.of("slug", slug(one) + "-neu")).patch(address(kind, one));
        var other = made(kind);
        var last = made(kind);
        published(kind, one);
        published(kind, last);

        merge(kind, renamed, slug(other)).then().statusCode(200);
        merge(kind, other, last.path("id")).then().statusCode(200);

        for (var former : List.of(slug(one), slug(renamed), slug(other), one.<String> path("id"), other.<String> path("id"))) {
            RestAssured.given().redirects().follow(false).get("/v1/" + kind + "/" + former).then().statusCode(301)
                    .header("Location", endsWith("/v1/" + kind + "/" + slug(last)));
        }
        post(kind, Map.of("name", unique("Fremd"), "slug", slug(one))).then().statusCode(409);
        RestAssured.get("/v1/" + kind + "/" + slug(last)).then().body("articleCount", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void theLogSaysWhatBecameStale(String kind) {
        var one = made(kind);
        var other = made(kind);
        published(kind, one);
        var before = Long.parseLong(RestAssured.get("/v1/changes?limit=1").header("Depesche-Sequence"));

        merge(kind, one, slug(other)).then().statusCode(200);

        var ids = List.of(compact(one), compact(other));
        RestAssured.get("/v1/changes?since=" + before).then().body("items.type", contains(singular(kind) + ".merged"))
                .body("items[0].id", equalTo(one.path("id"))).body("items[0].slug", equalTo(slug(other)))
                .body("items[0].previous.slug", equalTo(slug(one)))
                .body("items[0].cacheTags", hasItems(ids.stream().map(id -> singular(kind) + ":" + id).toArray(String[]::new)))
                .body("items[0].cacheTags",
                        hasItems(ids.stream().map(id -> "list:" + singular(kind) + ":" + id).toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void anArticleChangesWithTheMerge(String kind) {
        var one = made(kind);
        var other = made(kind);
        var article = "/v1/articles/" + published(kind, one);
        var before = RestAssured.get(article);

        merge(kind, one, slug(other)).then().statusCode(200);

        var changed = RestAssured.given().header("If-None-Match", before.header("ETag")).get(article);
        changed.then().statusCode(200);
        assertThat(changed.header("Surrogate-Key")).contains(singular(kind) + ":" + compact(other));
        var shown = editor().get(EDITORIAL + kind + "/" + slug(other)).then().extract();
        assertThat(ZonedDateTime.parse(changed.header("Last-Modified"),
                DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
                .isEqualTo(OffsetDateTime.parse(shown.path("updatedAt")).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void aDraftThatNamedTheOneIsPublishedWithTheOther(String kind) {
        var one = made(kind);
        var other = made(kind);
        var draft = article(kind, one);

        merge(kind, one, slug(other)).then().statusCode(200);

        editor().get(EDITORIAL + "articles/" + draft.path("id")).then().statusCode(200)
                .body(kind, contains(slug(other)));
        editor().header("If-Match", editor().get(address(kind, other)).header("ETag")).delete(address(kind, other)).then()
                .statusCode(409);
        editor().contentType(ContentType.JSON).header("If-Match", draft.header("ETag")).body("{}")
                .post(EDITORIAL + "articles/" + draft.path("id") + "/publish").then().statusCode(200);
        RestAssured.get("/v1/articles?" + singular(kind) + "=" + slug(other)).then()
                .body("items.id", contains((String) draft.path("id")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void afterTheMergeArticlesChangeAndLeaveAsAlways(String kind) {
        var one = made(kind);
        var other = made(kind);
        var article = published(kind, one);
        merge(kind, one, slug(other)).then().statusCode(200);

        var present = editor().get(EDITORIAL + "articles/" + article);
        var saved = editor().contentType(ContentType.JSON).header("If-Match", present.header("ETag"))
                .body("{\"publishedAt\": \"2020-05-05\", \"" + kind + "\": []}").patch(EDITORIAL + "articles/" + article);
        editor().contentType(ContentType.JSON).header("If-Match", saved.header("ETag")).body("{}")
                .post(EDITORIAL + "articles/" + article + "/publish").then().statusCode(200);

        RestAssured.get("/v1/articles/" + article).then().statusCode(200).body(kind, empty());
        RestAssured.get("/v1/" + kind + "/" + slug(other)).then().statusCode(404);
        editor().header("If-Match", editor().get(address(kind, other)).header("ETag")).delete(address(kind, other)).then()
                .statusCode(204);
        RestAssured.get("/v1/" + kind + "/" + slug(one)).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void whoeverWritesTheFormerNameMeansTheOther(String kind) {
        var one = made(kind);
        var other = made(kind);
        merge(kind, one, slug(other)).then().statusCode(200);

        var draft = editor().contentType(ContentType.JSON)
                .body(Map.of("headline", "Wie früher", kind, List.of((String) one.path("name")))).post(EDITORIAL + "articles");

        draft.then().statusCode(201).body(kind, contains(slug(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void aMergeNeedsTheTagOfThePresentVersionAndATarget(String kind) {
        var one = made(kind);

        var into = editor().contentType(ContentType.JSON).body("{\"target\": \"x\"}");
        into.post(address(kind, one) + "/merge-into").then().statusCode(428).body("type", endsWith("/precondition-required"));
        merge(kind, one, "gibt-es-nicht-" + UUID.randomUUID()).then().statusCode(400).body("errors.pointer",
                contains("/target"));
        merge(kind, one, slug(one)).then().statusCode(409);
        editor().contentType(ContentType.JSON).header("If-Match", one.header("ETag")).body("{\"ziel\": \"x\"}")
                .post(address(kind, one) + "/merge-into").then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/target", "/ziel"));
        editor().contentType(ContentType.JSON).header("If-Match", "\"alt\"").body(Map.of("target", slug(made(kind))))
                .post(address(kind, one) + "/merge-into").then().statusCode(412);
    }

    private static Response merge(String kind, Response one, String target) {
        return editor().contentType(ContentType.JSON)
                .header("If-Match", editor().get(EDITORIAL + kind + "/" + one.path("id")).header("ETag"))
                .body(Map.of("target", target)).post(EDITORIAL + kind + "/" + one.path("id") + "/merge-into");
    }

    private static Response made(String kind) {
        var made = post(kind, Map.of("name", unique("Verschmolzen")));
        made.then().statusCode(201);
        return made;
    }

    private static Response article(String kind, Response... names) {
        Newsroom.ensureCategory("verschmelzung", "Verschmelzung");
        var article = editor().contentType(ContentType.JSON).body(Map.of("headline", unique("Meldung"), "category",
                "verschmelzung", kind, List.of(names).stream().map(name -> slug(name)).toList())).post(EDITORIAL + "articles");
        article.then().statusCode(201);
        return article;
    }

    private static String published(String kind, Response... names) {
        var article = article(kind, names);
        editor().contentType(ContentType.JSON).header("If-Match", article.header("ETag")).body("{}")
                .post(EDITORIAL + "articles/" + article.path("id") + "/publish").then().statusCode(200);
        return article.path("slug");
    }

    private static String compact(Response made) {
        return Uuid7.compact(UUID.fromString(made.path("id")));
    }

    private static String slug(Response made) {
        return made.path("slug");
    }

    private static String singular(String kind) {
        return kind.substring(0, kind.length() - 1);
    }

    private static String address(String kind, Response made) {
        return EDITORIAL + kind + "/" + made.path("id");
    }

    private static Response post(String kind, Map<String, ?> body) {
        return editor().contentType(ContentType.JSON).body(body).post(EDITORIAL + kind);
    }

    private static RequestSpecification editor() {
        return Callers.as("editor");
    }

    private static String unique(String word) {
        return word + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
