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
    void aNewCategoryIsPublicAtOnceAndHasAnAddressAndATag() {
        var name = unique("Brückenbau");

        var made = post(Map.of("name", name, "description", "Über Brücken", "position", 3));

        made.then().statusCode(201).header("ETag", containsString("\"")).body("name", equalTo(name))
                .body("slug", equalTo(name.toLowerCase(Locale.ROOT).replace("ü", "ue").replace(' ', '-')))
                .body("site", equalTo("default")).body("position", equalTo(3)).body("parent", nullValue())
                .header("Location", endsWith(address(made)));
        editor().get(address(made)).then().statusCode(200).header("ETag", made.header("ETag")).body("name", equalTo(name));
        RestAssured.get("/v1/categories/" + slugOf(made)).then().statusCode(200)
                .body("name", equalTo(name)).body("articleCount", equalTo(0));
    }

    @Test
    void aDerivedSlugIsNumberedAndAnExplicitOneThatIsTakenIsAConflict() {
        var name = unique("Hafen");
        var slug = slugOf(post(Map.of("name", name)));

        assertThat(slugOf(post(Map.of("name", name)))).isEqualTo(slug + "-2");
        post(Map.of("name", name, "slug", slug)).then().statusCode(409).body("type", endsWith("/problems/conflict"))
                .body("errors.pointer", contains("/slug"));
    }

    @Test
    void wordsThatBeginOtherAddressesAreNoSlugs() {
        post(Map.of("name", "Etwas", "slug", "tag")).then().statusCode(409).body("errors.pointer", contains("/slug"));
        assertThat(slugOf(post(Map.of("name", "Author")))).startsWith("author-");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        post(Map.of("slug", "Nicht Gut", "parent", "nirgends-" + UUID.randomUUID(), "position", "vorn", "farbe", "rot"))
                .then().statusCode(400).body("type", endsWith("/problems/invalid-body"))
                .body("errors.pointer", hasItems("/slug", "/name", "/parent", "/position", "/farbe"));
    }

    @Test
    void theResponseOfGetIsAValidPut() {
        var made = post(Map.of("name", unique("Rat"), "description", "Was der Rat tut"));
        var shown = editor().get(address(made));

        put(made, shown.header("ETag"), shown.asString()).then().statusCode(200).header("ETag", shown.header("ETag"));
        put(made, shown.header("ETag"), Map.of("name", "Rat", "id", UUID.randomUUID().toString())).then().statusCode(400)
                .body("errors.pointer", contains("/id"));
    }

    @Test
    void aChangeNeedsTheTagOfThePresentVersion() {
        var made = post(Map.of("name", unique("Stau")));
        var first = made.header("ETag");

        editor().contentType(ContentType.JSON).body(Map.of("position", 1)).patch(address(made)).then().statusCode(428);
        patch(made, first, Map.of("name", unique("Verkehr"))).then().statusCode(200);

        patch(made, first, Map.of("position", 9)).then().statusCode(412)
                .header("ETag", editor().get(address(made)).header("ETag"));
        editor().delete(address(made)).then().statusCode(428);
        editor().header("If-Match", first).delete(address(made)).then().statusCode(412);
    }

    @Test
    void aPatchLeavesWhatItDoesNotNameAndNullClears() {
        var parent = slugOf(post(Map.of("name", unique("Oben"))));
        var made = post(Map.of("name", unique("Unten"), "parent", parent, "description", "Text", "position", 4));

        var patched = patch(made, made.header("ETag"), "{\"description\": null}");

        patched.then().statusCode(200).body("description", nullValue()).body("parent", equalTo(parent))
                .body("position", equalTo(4));
        patch(made, patched.header("ETag"), "{\"parent\": null}").then().statusCode(200).body("parent", nullValue());
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
        var made = post(Map.of("name", unique("Lokales")));
        var former = slugOf(made);
        var present = former + "-neu";

        var renamed = patch(made, made.header("ETag"), Map.of("slug", present));

        renamed.then().statusCode(200).body("slug", equalTo(present));
        RestAssured.given().redirects().follow(false).get("/v1/categories/" + former + "?site=default").then().statusCode(301)
                .header("Location", endsWith("/v1/categories/" + present + "?site=default"))
                .header("Cache-Control", containsString("max-age=300"));
        post(Map.of("name", "Anderes", "slug", former)).then().statusCode(409);
        patch(made, renamed.header("ETag"), Map.of("slug", former)).then().statusCode(200).body("slug", equalTo(former));
        RestAssured.given().redirects().follow(false).get("/v1/categories/" + former).then().statusCode(200);
    }

    @Test
    void oneThatHasOthersInItStaysOneThatIsEmptyGoes() {
        var outer = post(Map.of("name", unique("Außen")));
        var inner = post(Map.of("name", unique("Innen"), "parent", slugOf(outer)));

        delete(outer).then().statusCode(409);
        delete(inner).then().statusCode(204);
        delete(outer).then().statusCode(204);

        RestAssured.get("/v1/categories/" + slugOf(outer)).then().statusCode(404);
        editor().get(address(outer)).then().statusCode(404);
    }

    @Test
    void whateverKeepsOneFromGoingIsNamed() {
        var made = post(Map.of("name", unique("Volles Ressort")));
        post(Map.of("name", unique("Unterressort"), "parent", slugOf(made)));
        for (var i = 0; i < 2; i++) {
            editor().contentType(ContentType.JSON).body(Map.of("headline", "Entwurf", "category", slugOf(made)))
                    .post("/v1/editorial/articles").then().statusCode(201);
        }
        var draft = editor().contentType(ContentType.JSON).body(Map.of("headline", "Öffentlich", "category", slugOf(made)))
                .post("/v1/editorial/articles");
        editor().header("If-Match", draft.header("ETag")).post("/v1/editorial/articles/" + draft.path("id") + "/publish").then()
                .statusCode(200);

        delete(made).then().statusCode(409).body("detail", equalTo(
                "It is in use: other categories are in it: 1; drafts name it: 2; public articles name it: 1."));
    }

    @Test
    void oneThatADraftStandsInStaysUntilTheDraftLeaves() {
        var made = post(Map.of("name", unique("Entwürfe")));
        var draft = editor().contentType(ContentType.JSON).body(Map.of("headline", "Entwurf", "category", slugOf(made)))
                .post("/v1/editorial/articles");

        delete(made).then().statusCode(409).body("detail", containsString("drafts"));
        editor().contentType(ContentType.JSON).header("If-Match", draft.header("ETag")).body("{\"category\": null}")
                .patch("/v1/editorial/articles/" + draft.path("id")).then().statusCode(200);

        delete(made).then().statusCode(204);
    }

    @Test
    void whatStoodInTheOneStandsInTheOtherAndSoDoesAllBelow() {
        var from = post(Map.of("name", unique("Von")));
        var one = post(Map.of("name", unique("Eins"), "parent", slugOf(from)));
        var below = post(Map.of("name", unique("Darunter"), "parent", slugOf(one)));
        var to = post(Map.of("name", unique("Nach")));
        var other = post(Map.of("name", unique("Zwei"), "parent", slugOf(to)));
        var inOne = published(slugOf(one));
        var inBelow = published(slugOf(below));
        var inBoth = published(slugOf(one), slugOf(other), slugOf(from));
        var before = RestAssured.get("/v1/articles/" + inBelow);
        var sequence = RestAssured.get("/v1/changes?limit=1").header("Depesche-Sequence");

        merge(one, slugOf(other)).then().statusCode(200).body("slug", equalTo(slugOf(other)));

        RestAssured.get("/v1/articles?total=true&category=" + slugOf(other)).then().statusCode(200)
                .body("items.slug", containsInAnyOrder(inOne, inBelow, inBoth)).body("page.total", equalTo(3));
        RestAssured.get("/v1/articles?category=" + slugOf(to)).then()
                .body("items.slug", containsInAnyOrder(inOne, inBelow, inBoth));
        RestAssured.get("/v1/articles?category=" + slugOf(from)).then().body("items.slug", contains(inBoth));
        RestAssured.get("/v1/categories/" + slugOf(other)).then().body("articleCount", equalTo(3))
                .body("children.slug", contains(slugOf(below)));
        RestAssured.get("/v1/articles/" + inBoth).then().body("category.slug", equalTo(slugOf(other)))
                .body("categories.slug", contains(slugOf(other), slugOf(from)));
        var after = RestAssured.given().header("If-None-Match", before.header("ETag")).get("/v1/articles/" + inBelow);
        after.then().statusCode(200).body("category.path.slug", contains(slugOf(to), slugOf(other), slugOf(below)));
        RestAssured.given().redirects().follow(false).get("/v1/categories/" + slugOf(one)).then().statusCode(301)
                .header("Location", endsWith("/v1/categories/" + slugOf(other)));
        RestAssured.get("/v1/changes?since=" + sequence).then()
                .body("items.type", contains("category.merged", "category.updated"))
                .body("items[0].cacheTags", hasItems(tags("list:category:", from, one, to, other)))
                .body("items[0].cacheTags", hasItems(tags("category:", one, other)))
                .body("items[1].changed", contains("parent"));
        assertThat(before.header("Surrogate-Key")).contains(tags("category:", from, one, below));
    }

    @Test
    void aDraftThatStoodInTheOneIsPublishedInTheOther() {
        var one = post(Map.of("name", unique("Eins")));
        var other = post(Map.of("name", unique("Zwei")));
        var draft = editor().contentType(ContentType.JSON).body(Map.of("headline", "Entwurf", "category", slugOf(one)))
                .post("/v1/editorial/articles");

        merge(one, slugOf(other)).then().statusCode(200);
        editor().contentType(ContentType.JSON).header("If-Match", draft.header("ETag")).body("{}")
                .post("/v1/editorial/articles/" + draft.path("id") + "/publish").then().statusCode(200);

        RestAssured.get("/v1/categories/" + slugOf(other) + "/articles").then()
                .body("items.id", contains((String) draft.path("id")));
    }

    @Test
    void aCategoryIsMergedNeitherIntoItselfNorIntoOneBelowIt() {
        var outer = post(Map.of("name", unique("Außen")));
        var inner = post(Map.of("name", unique("Innen"), "parent", slugOf(outer)));

        merge(outer, slugOf(inner)).then().statusCode(409).body("errors.pointer", contains("/target"));
        merge(outer, slugOf(outer)).then().statusCode(409);
        merge(outer, "gibt-es-nicht").then().statusCode(400).body("errors.pointer", contains("/target"));
        merge(inner, slugOf(outer)).then().statusCode(200);
    }

    private static Response merge(Response made, String target) {
        return editor().contentType(ContentType.JSON).header("If-Match", editor().get(address(made)).header("ETag"))
                .body(Map.of("target", target)).post(address(made) + "/merge-into");
    }

    private static String published(String... categories) {
        var article = editor().contentType(ContentType.JSON)
                .body(Map.of("headline", unique("Meldung"), "category", categories[0], "categories", List.of(categories)))
                .post("/v1/editorial/articles");
        editor().contentType(ContentType.JSON).header("If-Match", article.header("ETag")).body("{}")
                .post("/v1/editorial/articles/" + article.path("id") + "/publish").then().statusCode(200);
        return article.path("slug");
    }

    private static String[] tags(String prefix, Response... made) {
        return Stream.of(made).map(one -> prefix + Uuid7.compact(UUID.fromString(one.path("id")))).toArray(String[]::new);
    }

    @Test
    void onlyEditorsMay() {
        RestAssured.get(PATH).then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
        Callers.as("author").get(PATH).then().statusCode(403);
        editor().get(PATH).then().statusCode(200);
    }

    @Test
    void anUnknownSiteIsAMistake() {
        editor().get(PATH + "?site=nowhere").then().statusCode(400).body("errors[0].parameter", equalTo("site"));
    }

    private static Response delete(Response made) {
        return editor().header("If-Match", editor().get(address(made)).header("ETag")).delete(address(made));
    }

    private static Response patch(Response made, String tag, Object body) {
        return editor().contentType(ContentType.JSON).header("If-Match", tag).body(body).patch(address(made));
    }

    private static Response put(Response made, String tag, Object body) {
        return editor().contentType(ContentType.JSON).header("If-Match", tag).body(body).put(address(made));
    }

    private static Response post(Map<String, ?> body) {
        return editor().contentType(ContentType.JSON).body(body).post(PATH);
    }

    private static String address(Response made) {
        return PATH + "/" + made.then().statusCode(201).extract().jsonPath().getString("id");
    }

    private static String slugOf(Response made) {
        return made.then().statusCode(201).extract().jsonPath().getString("slug");
    }

    private static RequestSpecification editor() {
        return Callers.as("editor");
    }

    private static String unique(String word) {
        return word + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
