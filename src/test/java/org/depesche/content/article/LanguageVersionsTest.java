package org.depesche.content.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.publication.PublicationFixture;
import org.depesche.content.publication.PublicationFixture.TestCategory;
import org.depesche.platform.http.CacheTag;
import org.depesche.testkit.Callers;
import org.depesche.testkit.DatabaseCostMeter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Of several language versions of a story, lists show the one in the site's language, else the original. */
@QuarkusTest
class LanguageVersionsTest {

    @Inject
    PublicationFixture newsroom;

    @Inject
    DatabaseCostMeter meter;

    private TestCategory section;
    private UUID english;
    private UUID german;
    private UUID french;

    @BeforeEach
    void anEnglishStoryInThreeLanguages() {
        section = newsroom.createCategory("fassungen");
        english = newsroom.newArticle(section, "English zeppelin").inLanguage("en").at("2024-10-21T10:00:00Z").publish();
        german = newsroom.newArticle(section, "Deutscher Zeppelin").translationOf(english).at("2024-10-22T10:00:00Z").publish();
        french = newsroom.newArticle(section, "Zeppelin français").inLanguage("fr").translationOf(english)
                .at("2024-10-23T10:00:00Z").publish();
    }

    @Test
    void listsShowTheVersionInTheSitesLanguage() {
        assertThat(ids("")).containsExactly(german);
        assertThat(ids("&translations=one&total=true")).containsExactly(german);
        assertThat(ids("&translations=all")).containsExactly(french, german, english);
        assertThat(list("&total=true").getInt("page.total")).isEqualTo(1);
        assertThat(list("&total=true&translations=all").getInt("page.total")).isEqualTo(3);
        assertThat(months("")).containsExactly(1);
        assertThat(months("&translations=all")).containsExactly(3);
        given().get("/v1/articles?translations=two").then().statusCode(400);
        given().get("/v1/articles?translations=all&ids=" + german).then().statusCode(400);
        given().get("/v1/articles?translations=one&ids=" + english).then().body("items.id", contains(english.toString()));
    }

    @Test
    void aLanguageChoosesAmongItsOwnVersions() {
        var british = newsroom.newArticle(section, "British zeppelin").inLanguage("en-GB").translationOf(english)
                .at("2024-10-24T10:00:00Z").publish();

        assertThat(ids("&language=en")).containsExactly(english);
        assertThat(ids("&language=en-GB")).containsExactly(british);
        assertThat(ids("&language=fr")).containsExactly(french);
        assertThat(ids("&language=en&translations=all")).containsExactly(british, english);
        assertThat(months("&language=en")).containsExactly(1);
    }

    @Test
    void anotherVersionTakesThePlaceOfOneThatIsGone() {
        newsroom.unpublish(german);
        assertThat(ids("")).containsExactly(english);

        newsroom.unpublish(english);
        assertThat(ids("")).containsExactly(french);

        newsroom.unpublish(french);
        assertThat(ids("")).isEmpty();
        assertThat(list("&total=true").getInt("page.total")).isZero();
    }

    @Test
    void pagesAreFullAndExactWhicheverVersionsAreLeftOut() {
        for (var day = 1; day < 8; day++) {
            var original = newsroom.newArticle(section, "Original " + day).at("2024-11-0" + day + "T10:00:00Z").publish();
            newsroom.newArticle(section, "Copy " + day).inLanguage("en").translationOf(original)
                    .at("2024-11-0" + day + "T11:00:00Z").publish();
        }

        var first = list("&limit=4");
        assertThat(first.getList("items")).hasSize(4);
        assertThat(first.getList("items.language")).containsOnly("de");
        var second = JsonPath.from(given().urlEncodingEnabled(false).get(first.getString("page.next")).asString());
        assertThat(second.getList("items")).hasSize(4);
        assertThat(second.getString("page.next")).isNull();
        assertThat(list("&total=true").getInt("page.total")).isEqualTo(8);
    }

    @Test
    void aVersionThatComesInvalidatesTheListsOfTheOneThatGoes() {
        var original = newsroom.newArticle(section, "Alone").inLanguage("en").tagged("nur-englisch").publish();
        var tag = UUID.fromString(given().get("/v1/tags/nur-englisch").path("id"));
        given().get("/v1/tags/nur-englisch/articles").then().body("items.id", contains(original.toString()));
        var since = given().get("/v1/articles").header("Depesche-Sequence");

        newsroom.newArticle(section, "Nicht mehr allein").translationOf(original).publish();

        given().get("/v1/tags/nur-englisch/articles").then().body("items", equalTo(List.of()));
        assertThat(given().get("/v1/changes?limit=100&since=" + since).jsonPath().<List<String>> getList("items.cacheTags"))
                .anySatisfy(tags -> assertThat(tags).contains(CacheTag.listOfTag(tag).text()));
    }

    @Test
    void sectionsAndSearchFollow() {
        given().get("/v1/categories?flat=true&include=latest").then().statusCode(200)
                .body("items.find { it.slug == '" + section.slug() + "' }.latest.id", contains(german.toString()));
        given().get("/v1/categories?flat=true&include=latest&language=fr&latestView=summary").then()
                .body("items.find { it.slug == '" + section.slug() + "' }.latest.id", contains(french.toString()));
        var search = "/v1/search?q=zeppelin&category=" + section.slug();
        await().untilAsserted(() -> given().get(search).then().statusCode(200).body("items.id", contains(german.toString())));
        newsroom.unpublish(german);
        await().untilAsserted(() -> given().get(search).then().body("items.id", contains(english.toString())));
        given().get(search + "&translations=all").then().body("items.size()", equalTo(2));
    }

    @Test
    void theLanguageOfTheSiteDecides() {
        for (var language : List.of("fr", "de")) {
            changeLanguage(language);

            assertThat(ids("")).containsExactly(language.equals("fr") ? french : german);
        }
    }

    private static void changeLanguage(String language) {
        var site = "/v1/editorial/sites/default";
        var etag = Callers.as("admin").get(site).header("ETag");
        Callers.as("admin").header("If-Match", etag).contentType("application/json").body(Map.of("language", language))
                .patch(site).then().statusCode(200);
    }

    @Test
    void articleCountIsWhatTheListShowsWhateverChanges() {
        var top = newsroom.createCategory("oben");
        var below = newsroom.createCategory("unten", top);
        var elsewhere = newsroom.createCategory("anderswo");
        var mark = "z" + Long.toHexString(System.nanoTime());
        var original = newsroom.newArticle(below, "Count").inLanguage("en").tagged(mark + "-en").tagged(mark).by(mark);
        var translation = newsroom.newArticle(below, "Zahl").translationOf(original.id()).tagged(mark).by(mark);
        var third = newsroom.newArticle(below, "Nombre").inLanguage("fr").translationOf(original.id()).tagged(mark).by(mark);
        var counts = new Counts(mark, mark + "-en", List.of(top, below, elsewhere));
        newsroom.newArticle(below, "Allein").tagged(mark).by(mark).publish();

        original.publish();
        counts.are(2, 1, 2, 2, 0);
        translation.publish();
        third.publish();
        counts.are(2, 0, 2, 2, 0);
        newsroom.unpublish(translation.id());
        counts.are(2, 1, 2, 2, 0);
        translation.at("2024-11-03T10:00:00Z").publish();
        counts.are(2, 0, 2, 2, 0);
        third.tagged(mark + "-en").at("2024-11-04T10:00:00Z").publish();
        counts.are(2, 0, 2, 2, 0);
        translation.tagged(mark + "-en").publish();
        counts.are(2, 1, 2, 2, 0);
        move(below, elsewhere);
        counts.are(2, 1, 0, 2, 2);
        newsroom.withdraw(original.id(), "weg");
        counts.are(2, 1, 0, 2, 2);
        third.translationOf(null).publish();
        counts.are(3, 2, 0, 3, 3);
        third.translationOf(original.id()).publish();
        changeLanguage("fr");
        newsroom.unpublish(translation.id());
        counts.are(2, 1, 0, 2, 2);
        changeLanguage("de");
        counts.are(2, 1, 0, 2, 2);
    }

    @Test
    void aTotalIsKnownWithoutReadingTheVersions() {
        var versions = 20;
        for (var number = 0; number < versions; number++) {
            var original = newsroom.newArticle(section, "Original " + number).publish();
            newsroom.newArticle(section, "Copy " + number).inLanguage("en").translationOf(original).publish();
        }
        list("&limit=1&total=true");

        var page = meter.measure(() -> list("&limit=1")).rows();
        var counted = meter.measure(() -> list("&limit=1&total=true")).rows();

        assertThat(counted).isLessThan(page + versions);
    }

    private static void move(TestCategory section, TestCategory parent) {
        Callers.as("editor").header("If-Match", "*").contentType("application/json").body(Map.of("parent", parent.slug()))
                .patch("/v1/editorial/categories/" + section.slug()).then().statusCode(200);
    }

    /** A tag and an author of all versions, a tag of some, and categories. */
    private record Counts(String all, String some, List<TestCategory> categories) {

        void are(int ofAll, int ofSome, int... inCategories) {
            assertCounted("tags", "tag", all, ofAll);
            assertCounted("authors", "author", all, ofAll);
            assertCounted("tags", "tag", some, ofSome);
            for (var index = 0; index < inCategories.length; index++) {
                var slug = categories.get(index).slug();
                assertCounted("categories", "category", slug, inCategories[index]);
                given().get("/v1/categories?flat=true").then()
                        .body("items.find { it.slug == '" + slug + "' }.articleCount", equalTo(inCategories[index]));
            }
            given().get("/v1/tags?q=" + all).then().body("items.articleCount", contains(ofAll, ofSome));
            given().get("/v1/authors?q=" + all).then().body("items.articleCount", contains(ofAll));
        }

        private static void assertCounted(String path, String filter, String slug, int count) {
            given().get("/v1/" + path + "/" + slug).then().statusCode(200).body("articleCount", equalTo(count));
            for (var list : List.of("/v1/" + path + "/" + slug + "/articles?total=true",
                    "/v1/articles?total=true&" + filter + "=" + slug)) {
                given().get(list).then().statusCode(200).body("page.total", equalTo(count)).body("items.size()",
                        equalTo(count));
            }
            var months = given().get("/v1/archive?" + filter + "=" + slug).jsonPath().getList("items.count", Integer.class);
            assertThat(months.stream().mapToInt(Integer::intValue).sum()).isEqualTo(count);
        }
    }

    private List<UUID> ids(String query) {
        return list(query).getList("items.id", UUID.class);
    }

    private List<Integer> months(String query) {
        return given().get("/v1/archive?category=" + section.slug() + query).jsonPath().getList("items.count");
    }

    private JsonPath list(String query) {
        return given().get("/v1/articles?category=" + section.slug() + query).then().statusCode(200).extract().jsonPath();
    }
}
