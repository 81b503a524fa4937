package org.depesche.content.category.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.depesche.testkit.LoggedChanges;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class EditorialCategoriesResourceTest {

    private static final String PATH = "/v1/editorial/categories";

    @Test
    void aCategoryWithoutPositionComesLast() {
        var parent = post(Map.of("name", unique("Oben"))).<String> path("slug");
        var last = post(Map.of("name", unique("A ohne Platz"), "parent", parent)).then().statusCode(201)
                .body("position", nullValue()).extract().<String> path("slug");
        var first = post(Map.of("name", unique("Z mit Platz"), "parent", parent, "position", 9)).<String> path("slug");

        RestAssured.get("/v1/categories/" + parent).then().body("children.slug", contains(first, last));
    }

    @Test
    void aNameNeedsAVisibleCharacter() {
        post(Map.of("name", "\u200B\u2060")).then().statusCode(400).body("errors[0].detail",
                equalTo("`name` needs one visible character."));
    }

    @Test
    void aNewCategoryIsPublicAtOnceAndHasAUrlAndAnETag() {
        var name = unique("Brückenbau");

        var created = post(Map.of("name", name, "description", "Über Brücken", "position", 3));

        created.then().statusCode(201).header("ETag", containsString("\"")).body("name", equalTo(name))
                .body("slug", equalTo(name.toLowerCase(Locale.ROOT).replace("ü", "ue").replace(' ', '-')))
                .body("site", equalTo("default")).body("position", equalTo(3)).body("parent", nullValue())
                .header("Location", endsWith(path(created)));
        editor().get(path(created)).then().statusCode(200).header("ETag", created.header("ETag")).body("name", equalTo(name));
        RestAssured.get("/v1/categories/" + slugOf(created)).then().statusCode(200)
                .body("name", equalTo(name)).body("articleCount", equalTo(0));
    }

    @Test
    void aDerivedSlugIsNumberedAndATakenExplicitSlugIsAConflict() {
        var name = unique("Hafen");
        var slug = slugOf(post(Map.of("name", name)));

        assertThat(slugOf(post(Map.of("name", name)))).isEqualTo(slug + "-2");
        post(Map.of("name", name, "slug", slug)).then().statusCode(409).body("type", endsWith("/problems/conflict"))
                .body("errors.pointer", contains("/slug"));
    }

    @Test
    void reservedPathSegmentsAreNoSlugs() {
        post(Map.of("name", "Etwas", "slug", "tag")).then().statusCode(409).body("errors.pointer", contains("/slug"));
        assertThat(slugOf(post(Map.of("name", "Author")))).startsWith("author-");
    }

    @Test
    void allErrorsAreReportedAtOnce() {
        post(Map.of("slug", "Nicht Gut", "parent", "nirgends-" + UUID.randomUUID(), "position", "vorn", "farbe", "rot"))
                .then().statusCode(400).body("type", endsWith("/problems/invalid-body"))
                .body("errors.pointer", hasItems("/slug", "/name", "/parent", "/position", "/farbe"));
    }

    @Test
    void theResponseOfGetIsAValidPut() {
        var created = post(Map.of("name", unique("Rat"), "description", "Was der Rat tut"));
        var view = editor().get(path(created));

        put(created, view.header("ETag"), view.asString()).then().statusCode(200).header("ETag", view.header("ETag"));
        put(created, view.header("ETag"), Map.of("name", "Rat", "id", UUID.randomUUID().toString())).then().statusCode(400)
                .body("errors.pointer", contains("/id"));
    }

    @Test
    void aChangeNeedsTheETagOfTheCurrentVersion() {
        var created = post(Map.of("name", unique("Stau")));
        var first = created.header("ETag");

        editor().contentType(ContentType.JSON).body(Map.of("position", 1)).patch(path(created)).then().statusCode(428);
        patch(created, first, Map.of("name", unique("Verkehr"))).then().statusCode(200);

        patch(created, first, Map.of("position", 9)).then().statusCode(412)
                .header("ETag", editor().get(path(created)).header("ETag"));
        editor().delete(path(created)).then().statusCode(428);
        editor().header("If-Match", first).delete(path(created)).then().statusCode(412);
    }

    @Test
    void aPatchKeepsAbsentMembersAndNullClears() {
        var parent = slugOf(post(Map.of("name", unique("Oben"))));
        var created = post(Map.of("name", unique("Unten"), "parent", parent, "description", "Text", "position", 4));

        var patched = patch(created, created.header("ETag"), "{\"description\": null}");

        patched.then().statusCode(200).body("description", nullValue()).body("parent", equalTo(parent))
                .body("position", equalTo(4));
        patch(created, patched.header("ETag"), "{\"parent\": null}").then().statusCode(200).body("parent", nullValue());
    }

    @Test
    void aCategoryCannotMoveBelowItself() {
        var top = post(Map.of("name", unique("Land")));
        var middle = post(Map.of("name", unique("Kreis"), "parent", slugOf(top)));
        var bottom = post(Map.of("name", unique("Stadt"), "parent", slugOf(middle)));

        patch(top, top.header("ETag"), Map.of("parent", slugOf(bottom))).then().statusCode(409)
                .body("errors.pointer", contains("/parent"));
        patch(top, top.header("ETag"), Map.of("parent", slugOf(top))).then().statusCode(409);

        RestAssured.get("/v1/categories/" + slugOf(bottom)).then().statusCode(200)
                .body("path.slug", contains(slugOf(top), slugOf(middle), slugOf(bottom)));
    }

    @Test
    void categoriesNestTwentyDeepAndNoDeeper() {
        var parent = slugOf(post(Map.of("name", unique("Ebene"))));
        for (var depth = 2; depth <= 20; depth++) {
            parent = slugOf(post(Map.of("name", unique("Ebene"), "parent", parent)));
        }

        post(Map.of("name", unique("Ebene"), "parent", parent)).then().statusCode(400)
                .body("errors.pointer", contains("/parent"));
    }

    @Test
    void aFormerSlugRedirectsToTheCurrentOneAndStaysReserved() {
        var created = post(Map.of("name", unique("Lokales")));
        var former = slugOf(created);
        var present = former + "-neu";

        var renamed = patch(created, created.header("ETag"), Map.of("slug", present));

        renamed.then().statusCode(200).body("slug", equalTo(present));
        RestAssured.given().redirects().follow(false).get("/v1/categories/" + former + "?site=default").then().statusCode(301)
                .header("Location", endsWith("/v1/categories/" + present + "?site=default"))
                .header("Cache-Control", containsString("max-age=300"));
        post(Map.of("name", "Anderes", "slug", former)).then().statusCode(409);
        patch(created, renamed.header("ETag"), Map.of("slug", former)).then().statusCode(200).body("slug", equalTo(former));
        RestAssured.given().redirects().follow(false).get("/v1/categories/" + former).then().statusCode(200);
    }

    @Test
    void onlyAnEmptyCategoryIsDeleted() {
        var outer = post(Map.of("name", unique("Außen")));
        var inner = post(Map.of("name", unique("Innen"), "parent", slugOf(outer)));

        delete(outer).then().statusCode(409);
        delete(inner).then().statusCode(204);
        delete(outer).then().statusCode(204);

        RestAssured.get("/v1/categories/" + slugOf(outer)).then().statusCode(404);
        editor().get(path(outer)).then().statusCode(404);
    }

    @Test
    void everyObstacleToADeletionIsNamed() {
        var created = post(Map.of("name", unique("Volles Ressort")));
        post(Map.of("name", unique("Unterressort"), "parent", slugOf(created)));
        for (var i = 0; i < 2; i++) {
            editor().contentType(ContentType.JSON).body(Map.of("headline", "Entwurf", "category", slugOf(created)))
                    .post("/v1/editorial/articles").then().statusCode(201);
        }
        var draft = editor().contentType(ContentType.JSON).body(Map.of("headline", "Öffentlich", "category", slugOf(created)))
                .post("/v1/editorial/articles");
        editor().header("If-Match", draft.header("ETag")).post("/v1/editorial/articles/" + draft.path("id") + "/publish").then()
                .statusCode(200);

        delete(created).then().statusCode(409).body("detail", equalTo(
                "It is in use: other categories are in it: 1; drafts name it: 2; public articles name it: 1."));
    }

    @Test
    void aCategoryOfADraftIsNotDeletedUntilTheDraftLeavesIt() {
        var created = post(Map.of("name", unique("Entwürfe")));
        var draft = editor().contentType(ContentType.JSON).body(Map.of("headline", "Entwurf", "category", slugOf(created)))
                .post("/v1/editorial/articles");

        delete(created).then().statusCode(409).body("detail", containsString("drafts"));
        editor().contentType(ContentType.JSON).header("If-Match", draft.header("ETag")).body("{\"category\": null}")
                .patch("/v1/editorial/articles/" + draft.path("id")).then().statusCode(200);

        delete(created).then().statusCode(204);
    }

    @Test
    void articlesAndSubcategoriesMoveToTheTarget() {
        var from = post(Map.of("name", unique("Von")));
        var source = post(Map.of("name", unique("Eins"), "parent", slugOf(from)));
        var below = post(Map.of("name", unique("Darunter"), "parent", slugOf(source)));
        var to = post(Map.of("name", unique("Nach")));
        var target = post(Map.of("name", unique("Zwei"), "parent", slugOf(to)));
        var inOne = published(slugOf(source));
        var inBelow = published(slugOf(below));
        var inBoth = published(slugOf(source), slugOf(target), slugOf(from));
        var before = RestAssured.get("/v1/articles/" + inBelow);
        var sequence = LoggedChanges.end();

        merge(source, slugOf(target)).then().statusCode(200).body("slug", equalTo(slugOf(target)));

        RestAssured.get("/v1/articles?total=true&category=" + slugOf(target)).then().statusCode(200)
                .body("items.slug", containsInAnyOrder(inOne, inBelow, inBoth)).body("page.total", equalTo(3));
        RestAssured.get("/v1/articles?category=" + slugOf(to)).then()
                .body("items.slug", containsInAnyOrder(inOne, inBelow, inBoth));
        RestAssured.get("/v1/articles?category=" + slugOf(from)).then().body("items.slug", contains(inBoth));
        RestAssured.get("/v1/categories/" + slugOf(target)).then().body("articleCount", equalTo(3))
                .body("children.slug", contains(slugOf(below)));
        RestAssured.get("/v1/articles/" + inBoth).then().body("category.slug", equalTo(slugOf(target)))
                .body("categories.slug", contains(slugOf(target), slugOf(from)));
        var after = RestAssured.given().header("If-None-Match", before.header("ETag")).get("/v1/articles/" + inBelow);
        after.then().statusCode(200).body("category.path.slug", contains(slugOf(to), slugOf(target), slugOf(below)));
        RestAssured.given().redirects().follow(false).get("/v1/categories/" + slugOf(source)).then().statusCode(301)
                .header("Location", endsWith("/v1/categories/" + slugOf(target)));
        LoggedChanges.of(sequence, source.<String> path("id"), below.<String> path("id"))
                .body("type", contains("category.merged", "category.updated"))
                .body("cacheTags[0]", hasItems(tags("list:category:", from, source, to, target)))
                .body("cacheTags[0]", hasItems(tags("category:", source, target)))
                .body("changed[1]", contains("parent"));
        assertThat(before.header("Surrogate-Key")).contains(tags("category:", from, source, below));
    }

    @Test
    void aDraftOfTheMergedCategoryIsPublishedInTheTarget() {
        var source = post(Map.of("name", unique("Eins")));
        var target = post(Map.of("name", unique("Zwei")));
        var draft = editor().contentType(ContentType.JSON).body(Map.of("headline", "Entwurf", "category", slugOf(source)))
                .post("/v1/editorial/articles");

        merge(source, slugOf(target)).then().statusCode(200);
        editor().contentType(ContentType.JSON).header("If-Match", draft.header("ETag")).body("{}")
                .post("/v1/editorial/articles/" + draft.path("id") + "/publish").then().statusCode(200);

        RestAssured.get("/v1/categories/" + slugOf(target) + "/articles").then()
                .body("items.id", contains((String) draft.path("id")));
    }

    @Test
    void aCategoryIsNotMergedIntoItselfOrADescendant() {
        var outer = post(Map.of("name", unique("Außen")));
        var inner = post(Map.of("name", unique("Innen"), "parent", slugOf(outer)));

        merge(outer, slugOf(inner)).then().statusCode(409).body("errors.pointer", contains("/target"));
        merge(outer, slugOf(outer)).then().statusCode(409);
        merge(outer, "gibt-es-nicht").then().statusCode(400).body("errors.pointer", contains("/target"));
        merge(inner, slugOf(outer)).then().statusCode(200);
    }

    private static Response merge(Response created, String target) {
        return editor().contentType(ContentType.JSON).header("If-Match", editor().get(path(created)).header("ETag"))
                .body(Map.of("target", target)).post(path(created) + "/merge-into");
    }

    private static String published(String... categories) {
        var article = editor().contentType(ContentType.JSON)
                .body(Map.of("headline", unique("Meldung"), "category", categories[0], "categories", List.of(categories)))
                .post("/v1/editorial/articles");
        editor().contentType(ContentType.JSON).header("If-Match", article.header("ETag")).body("{}")
                .post("/v1/editorial/articles/" + article.path("id") + "/publish").then().statusCode(200);
        return article.path("slug");
    }

    private static String[] tags(String prefix, Response... created) {
        return Stream.of(created).map(each -> prefix + Uuid7.compact(UUID.fromString(each.path("id")))).toArray(String[]::new);
    }

    @Test
    void onlyEditorsHaveAccess() {
        RestAssured.get(PATH).then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
        Callers.as("author").get(PATH).then().statusCode(403);
        editor().get(PATH).then().statusCode(200);
    }

    @Test
    void anUnknownSiteIsAnError() {
        editor().get(PATH + "?site=nowhere").then().statusCode(400).body("errors[0].parameter", equalTo("site"));
    }

    private static Response delete(Response created) {
        return editor().header("If-Match", editor().get(path(created)).header("ETag")).delete(path(created));
    }

    private static Response patch(Response created, String tag, Object body) {
        return editor().contentType(ContentType.JSON).header("If-Match", tag).body(body).patch(path(created));
    }

    private static Response put(Response created, String tag, Object body) {
        return editor().contentType(ContentType.JSON).header("If-Match", tag).body(body).put(path(created));
    }

    private static Response post(Map<String, ?> body) {
        return editor().contentType(ContentType.JSON).body(body).post(PATH);
    }

    private static String path(Response created) {
        return PATH + "/" + created.then().statusCode(201).extract().jsonPath().getString("id");
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
