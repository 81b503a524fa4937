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

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.depesche.testkit.LoggedChanges;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
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
    void mergedReferencesShowTheTargetOnce(String kind) {
        var source = created(kind);
        var target = created(kind);
        var ofSource = published(kind, source);
        var ofOther = published(kind, target);
        var ofBoth = published(kind, source, target);

        merge(kind, source, slug(target)).then().statusCode(200).body("id", equalTo(target.path("id")));

        RestAssured.get("/v1/articles/" + ofSource).then().statusCode(200).body(kind + ".slug", contains(slug(target)));
        RestAssured.get("/v1/articles/" + ofBoth).then().statusCode(200).body(kind + ".slug", contains(slug(target)));
        RestAssured.get("/v1/articles?total=true&" + singular(kind) + "=" + slug(target)).then().statusCode(200)
                .body("items.slug", containsInAnyOrder(ofSource, ofOther, ofBoth)).body("page.total", equalTo(3));
        RestAssured.get("/v1/articles?" + singular(kind) + "=" + slug(source)).then().statusCode(200)
                .body("items.slug", containsInAnyOrder(ofSource, ofOther, ofBoth));
        RestAssured.get("/v1/" + kind + "/" + slug(target)).then().statusCode(200).body("articleCount", equalTo(3));
        RestAssured.get("/v1/" + kind + "?q=" + source.path("name")).then().statusCode(200).body("items.id",
                not(hasItem((String) source.path("id"))));
        editor().get(EDITORIAL + kind + "?q=" + source.path("name")).then().statusCode(200).body("items.id",
                not(hasItem((String) source.path("id"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void allSlugsRedirectToTheTargetAlsoAfterAnotherMerge(String kind) {
        var source = created(kind);
        var renamed = editor().contentType(ContentType.JSON).header("If-Match", source.header("ETag"))
                .body(Map.of("slug", slug(source) + "-neu")).patch(path(kind, source));
        var target = created(kind);
        var last = created(kind);
        published(kind, source);
        published(kind, last);

        merge(kind, renamed, slug(target)).then().statusCode(200);
        merge(kind, target, last.path("id")).then().statusCode(200);

        for (var former : List.of(slug(source), slug(renamed), slug(target), source.<String> path("id"),
                target.<String> path("id"))) {
            RestAssured.given().redirects().follow(false).get("/v1/" + kind + "/" + former).then().statusCode(301)
                    .header("Location", endsWith("/v1/" + kind + "/" + slug(last)));
        }
        post(kind, Map.of("name", unique("Fremd"), "slug", slug(source))).then().statusCode(409);
        RestAssured.get("/v1/" + kind + "/" + slug(last)).then().body("articleCount", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void theChangeLogHasTheInvalidatedCacheTags(String kind) {
        var source = created(kind);
        var target = created(kind);
        published(kind, source);
        var before = LoggedChanges.end();

        merge(kind, source, slug(target)).then().statusCode(200);

        var ids = List.of(compact(source), compact(target));
        LoggedChanges.of(before, source.<String> path("id"), target.<String> path("id"))
                .body("type", contains(singular(kind) + ".merged"))
                .body("id", contains(source.<String> path("id"))).body("slug", contains(slug(target)))
                .body("previous.slug", contains(slug(source)))
                .body("cacheTags[0]", hasItems(ids.stream().map(id -> singular(kind) + ":" + id).toArray(String[]::new)))
                .body("cacheTags[0]",
                        hasItems(ids.stream().map(id -> "list:" + singular(kind) + ":" + id).toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void anArticleChangesWithTheMerge(String kind) {
        var source = created(kind);
        var target = created(kind);
        var article = "/v1/articles/" + published(kind, source);
        var before = RestAssured.get(article);

        merge(kind, source, slug(target)).then().statusCode(200);
        SettableClock.install().advance(Duration.ofSeconds(1)); // the second of the change has no date

        var changed = RestAssured.given().header("If-None-Match", before.header("ETag")).get(article);
        changed.then().statusCode(200);
        assertThat(changed.header("Surrogate-Key")).contains(singular(kind) + ":" + compact(target));
        var shown = editor().get(EDITORIAL + kind + "/" + slug(target)).then().extract();
        assertThat(ZonedDateTime.parse(changed.header("Last-Modified"),
                DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
                .isEqualTo(OffsetDateTime.parse(shown.path("updatedAt")).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void aDraftOfTheMergedEntryIsPublishedWithTheTarget(String kind) {
        var source = created(kind);
        var target = created(kind);
        var draft = article(kind, source);

        merge(kind, source, slug(target)).then().statusCode(200);

        editor().get(EDITORIAL + "articles/" + draft.path("id")).then().statusCode(200)
                .body(kind, contains(slug(target)));
        editor().header("If-Match", editor().get(path(kind, target)).header("ETag")).delete(path(kind, target)).then()
                .statusCode(409);
        editor().contentType(ContentType.JSON).header("If-Match", draft.header("ETag")).body("{}")
                .post(EDITORIAL + "articles/" + draft.path("id") + "/publish").then().statusCode(200);
        RestAssured.get("/v1/articles?" + singular(kind) + "=" + slug(target)).then()
                .body("items.id", contains((String) draft.path("id")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void articlesCanBeChangedAndWithdrawnAfterAMerge(String kind) {
        var source = created(kind);
        var target = created(kind);
        var article = published(kind, source);
        merge(kind, source, slug(target)).then().statusCode(200);

        var present = editor().get(EDITORIAL + "articles/" + article);
        var saved = editor().contentType(ContentType.JSON).header("If-Match", present.header("ETag"))
                .body("{\"publishedAt\": \"2020-05-05\", \"" + kind + "\": []}").patch(EDITORIAL + "articles/" + article);
        editor().contentType(ContentType.JSON).header("If-Match", saved.header("ETag")).body("{}")
                .post(EDITORIAL + "articles/" + article + "/publish").then().statusCode(200);

        RestAssured.get("/v1/articles/" + article).then().statusCode(200).body(kind, empty());
        RestAssured.get("/v1/" + kind + "/" + slug(target)).then().statusCode(404);
        editor().header("If-Match", editor().get(path(kind, target)).header("ETag")).delete(path(kind, target)).then()
                .statusCode(204);
        RestAssured.get("/v1/" + kind + "/" + slug(source)).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors", "categories" })
    void theTargetKeepsWhatTheSourceKnewMore(String kind) {
        var source = created(kind);
        var target = created(kind);
        patch(kind, source, Map.of("description", "Alles dazu"));
        merge(kind, source, slug(target)).then().statusCode(200).body("description", equalTo("Alles dazu"));

        var other = created(kind);
        patch(kind, other, Map.of("description", "Etwas anderes"));
        merge(kind, other, slug(target)).then().statusCode(200).body("description", equalTo("Alles dazu"));
    }

    private static void patch(String kind, Response entry, Map<String, ?> members) {
        editor().contentType(ContentType.JSON).header("If-Match", editor().get(path(kind, entry)).header("ETag")).body(members)
                .patch(path(kind, entry)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void aFormerNameResolvesToTheTarget(String kind) {
        var source = created(kind);
        var target = created(kind);
        merge(kind, source, slug(target)).then().statusCode(200);

        var draft = editor().contentType(ContentType.JSON)
                .body(Map.of("headline", "Wie früher", kind, List.of((String) source.path("name"))))
                .post(EDITORIAL + "articles");

        draft.then().statusCode(201).body(kind, contains(slug(target)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "authors" })
    void aMergeNeedsTheETagOfTheCurrentVersionAndATarget(String kind) {
        var source = created(kind);

        var into = editor().contentType(ContentType.JSON).body("{\"target\": \"x\"}");
        into.post(path(kind, source) + "/merge-into").then().statusCode(428).body("type", endsWith("/precondition-required"));
        merge(kind, source, "gibt-es-nicht-" + UUID.randomUUID()).then().statusCode(400).body("errors.pointer",
                contains("/target"));
        merge(kind, source, slug(source)).then().statusCode(409);
        editor().contentType(ContentType.JSON).header("If-Match", source.header("ETag")).body("{\"ziel\": \"x\"}")
                .post(path(kind, source) + "/merge-into").then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/target", "/ziel"));
        editor().contentType(ContentType.JSON).header("If-Match", "\"alt\"").body(Map.of("target", slug(created(kind))))
                .post(path(kind, source) + "/merge-into").then().statusCode(412);
    }

    private static Response merge(String kind, Response source, String target) {
        return editor().contentType(ContentType.JSON)
                .header("If-Match", editor().get(EDITORIAL + kind + "/" + source.path("id")).header("ETag"))
                .body(Map.of("target", target)).post(EDITORIAL + kind + "/" + source.path("id") + "/merge-into");
    }

    private static Response created(String kind) {
        var created = post(kind, Map.of("name", unique("Verschmolzen")));
        created.then().statusCode(201);
        return created;
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

    private static String compact(Response created) {
        return Uuid7.compact(UUID.fromString(created.path("id")));
    }

    private static String slug(Response created) {
        return created.path("slug");
    }

    private static String singular(String kind) {
        return kind.substring(0, kind.length() - 1);
    }

    private static String path(String kind, Response created) {
        return EDITORIAL + kind + "/" + created.path("id");
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
