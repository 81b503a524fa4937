package org.depesche.content.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SecondProfile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Merges of more articles than fit in one batch: while they run and when they are done. */
@QuarkusTest
@TestProfile(SecondProfile.class)
class MergeInBatchesTest {

    /** So many that they take several batches. */
    int articles() {
        return 13;
    }

    @Inject
    Jdbi jdbi;

    @Inject
    PublicationFixture newsroom;

    @Test
    void noArticleIsMissingOrTwiceAtAnyMomentOfATagsMerge() {
        var one = create("tags");
        var other = create("tags");
        imported("\"category\": \"lang\", \"tags\": [\"" + one.path("slug") + "\"]", "a");
        imported("\"category\": \"lang\", \"tags\": [\"" + one.path("slug") + "\", \"" + other.path("slug") + "\"]", "b");

        merge("tags", one, other);

        assertAlwaysWhole("tag=" + other.path("slug"));
        RestAssured.get("/v1/tags/" + other.path("slug")).then().statusCode(200);
        assertThat(RestAssured.get("/v1/tags/" + other.path("slug")).jsonPath().getInt("articleCount"))
                .isEqualTo(2 * articles());
        assertTheSizesAreTrue(one, other);
    }

    @Test
    void noArticleIsMissingOrTwiceAtAnyMomentOfACategorysMerge() {
        var top = create("categories");
        var one = create("categories");
        var other = editor().contentType(ContentType.JSON).body(Map.of("name", unique("Lang"), "parent", top.path("slug")))
                .post("/v1/editorial/categories");
        imported("\"category\": \"" + one.path("slug") + "\"", "c");
        imported("\"category\": \"" + one.path("slug") + "\", \"categories\": [\"" + other.path("slug") + "\"]", "d");

        merge("categories", one, other);

        assertAlwaysWhole("category=" + other.path("slug"));
        assertAlwaysWhole("category=" + top.path("slug"));
        assertThat(RestAssured.get("/v1/categories/" + top.path("slug")).jsonPath().getInt("articleCount"))
                .isEqualTo(2 * articles());
        assertTheSizesAreTrue(top, one, other);
    }

    @Test
    void articlesPublishedOrWithdrawnDuringAMergeAreInTheRightLists() {
        var one = create("tags");
        var other = create("tags");
        imported("\"category\": \"lang\", \"tags\": [\"" + one.path("slug") + "\"]", "e");

        merge("tags", one, other);
        imported("\"category\": \"lang\", \"tags\": [\"" + one.path("slug") + "\"], \"teaser\": \"Neu\"", "e", 2010);

        assertThat(all("tag=" + other.path("slug"))).hasSize(articles()).doesNotHaveDuplicates();
        awaitMerge();
        assertThat(all("tag=" + other.path("slug"))).hasSize(articles()).doesNotHaveDuplicates();
        assertThat(RestAssured.get("/v1/tags/" + other.path("slug")).jsonPath().getInt("articleCount")).isEqualTo(articles());
        assertTheSizesAreTrue(one, other);
    }

    @Test
    void theLogTellsWhenTheCountsAreWhole() {
        var one = create("authors");
        var other = create("authors");
        imported("\"category\": \"lang\", \"authors\": [\"" + one.path("slug") + "\"]", "f");
        var before = RestAssured.get("/v1/changes?limit=1").header("Depesche-Sequence");

        merge("authors", one, other);
        awaitMerge();

        RestAssured.get("/v1/changes?limit=100&since=" + before).then().body("items.type", hasItem("author.merged"))
                .body("items.findAll { it.type == 'author.updated' && it.id == '" + other.path("id") + "' }.changed",
                        hasItem(List.of("articleCount")));
    }

    @Test
    void theVersionsThatListsLeaveOutMoveToo() {
        var one = create("tags");
        var other = create("tags");
        var section = newsroom.createCategory("fassungen");
        for (var number = 0; number < 13; number++) {
            var original = newsroom.newArticle(section, "Fassung " + number).tagged(one.path("name")).publish();
            newsroom.newArticle(section, "Version " + number).inLanguage("en").translationOf(original)
                    .tagged(number % 2 == 0 ? one.path("name") : other.path("name")).publish();
        }

        merge("tags", one, other);
        awaitMerge();

        RestAssured.get("/v1/tags/" + other.path("slug")).then().statusCode(200).body("articleCount", equalTo(13));
        RestAssured.get("/v1/articles?total=true&tag=" + other.path("slug")).then().body("page.total", equalTo(13));
        assertTheSizesAreTrue(one, other);
    }

    private void assertAlwaysWhole(String filter) {
        var looks = 0;
        do {
            assertThat(all(filter)).hasSize(2 * articles()).doesNotHaveDuplicates();
            assertThat(RestAssured.get("/v1/articles?total=true&" + filter).jsonPath().getInt("page.total"))
                    .isEqualTo(2 * articles());
            looks++;
        } while (isRunning());
        assertThat(all(filter)).hasSize(2 * articles()).doesNotHaveDuplicates();
        assertThat(looks).isPositive();
    }

    private static List<String> all(String filter) {
        var all = new ArrayList<String>();
        for (var next = "/v1/articles?limit=7&" + filter; next != null;) {
            var page = RestAssured.given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
            all.addAll(page.getList("items.id"));
            next = page.getString("page.next");
        }
        return all;
    }

    private void awaitMerge() {
        await().until(() -> !isRunning());
    }

    private boolean isRunning() {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select 1 from merged_name where not is_settled)")
                .mapTo(Boolean.class).one());
    }

    private void assertTheSizesAreTrue(Response... of) {
        var ids = Stream.of(of).map(one -> UUID.fromString(one.path("id"))).toList();
        var sizes = jdbi.withHandle(handle -> handle.createQuery("select l.size - (select count(*) from published_entry e"
                + " where e.list_id = l.id) from published_list l where l.value in (<ids>)").bindList("ids", ids)
                .mapTo(Integer.class).list());
        assertThat(sizes).isNotEmpty().containsOnly(0);
    }

    private void imported(String members, String word) {
        imported(members, word, 2020);
    }

    private void imported(String members, String word, int year) {
        Newsroom.ensureCategory("lang", "Lang");
        var run = Newsroom.importArticles(IntStream.range(0, articles())
                .mapToObj(
                        number -> """
                                {"origin": {"system": "merge", "id": "%1$s-%2$d"}, "headline": "Meldung %1$s %2$d", \
                                "publishedAt": "%3$d-02-%4$02d", %5$s}"""
                                .formatted(word, number, year, 1 + number % 28, members))
                .collect(Collectors.joining("\n")));
        assertThat(run.rejections()).isEmpty();
    }

    private static void merge(String kind, Response one, Response other) {
        editor().contentType(ContentType.JSON)
                .header("If-Match", editor().get("/v1/editorial/" + kind + "/" + one.path("id")).header("ETag"))
                .body(Map.of("target", other.path("slug"))).post("/v1/editorial/" + kind + "/" + one.path("id") + "/merge-into")
                .then().statusCode(200);
    }

    private static Response create(String kind) {
        return editor().contentType(ContentType.JSON).body(Map.of("name", unique("Lang"))).post("/v1/editorial/" + kind);
    }

    private static RequestSpecification editor() {
        return Callers.as("editor");
    }

    private static String unique(String word) {
        return word + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
