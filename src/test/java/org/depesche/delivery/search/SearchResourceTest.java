package org.depesche.delivery.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.depesche.testkit.Callers;
import org.depesche.testkit.DatabaseCostMeter;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.RawHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SearchResourceTest {

    private static final String DESK = "/v1/editorial/articles";

    @Inject
    DatabaseCostMeter meter;

    /** A word that only the articles of this test contain. */
    private final String mine = "zq" + Long.toString(System.nanoTime(), 36);
    private final String category = "suche-" + mine;

    @BeforeEach
    void aCategory() {
        Newsroom.ensureCategory(category, "Suche");
    }

    @ParameterizedTest
    @CsvSource({ "Verwaltungscloud für alle, Cloud", "Die Digitalministerkonferenz tagt, Konferenz",
            "Neue Häuser am Hafen, Haus", "Müller tritt zurück, Mueller", "Müller tritt zurück, Muller",
            "Große Straße gesperrt, Strasse", "E-Government kommt, eGovernment", "KI im Amt, KI", "Das OZG ist da, ozg" })
    void germanInflectionsAndCompoundsAreFound(String headline, String query) {
        var article = publish(Map.of("headline", headline));

        search(query).body("items.id", hasItem(article));
    }

    /** A response with a filter still goes stale with any article, and names match articles, too. */
    @Test
    void anyArticleAndAnyNameMakeResponsesStale() {
        publish(Map.of("headline", "Neues " + mine));

        await().untilAsserted(() -> { // while the index does not have the last change of any test, no cache keeps a response
            var found = search(mine);
            for (var tag : List.of("list:all", "categories", "tags", "authors")) {
                found.header("Surrogate-Key", containsString(tag));
            }
        });
        await().untilAsserted(() -> suggested(mine).header("Surrogate-Key", containsString("list:all"))
                .header("Surrogate-Key", containsString("authors")));
    }

    @Test
    void anArticleIsFoundOncePublishedAndNoLongerOnceUnpublished() {
        var article = publish(Map.of("headline", "Neue Fähre"));
        search("Fähre").body("items.id", is(List.of(article)));

        var sequence = step(article, "unpublish");

        given().queryParam("q", mine).header("Depesche-Min-Sequence", sequence).get("/v1/search").then().statusCode(200)
                .body("items", empty());
    }

    /** Neither as a hit nor in the total, because the total would disclose its existence. */
    @Test
    void anUnpublishedArticleIsNotEvenCountedAfterTheResponse() {
        for (var i = 0; i < 20; i++) {
            var word = mine + i;
            var article = publish(Map.of("headline", "Neue Fähre " + word));

            step(article, "withdraw");

            given().queryParam("q", word).queryParam("total", true).queryParam("facets", "type").get("/v1/search").then()
                    .statusCode(200).body("items", empty()).body("page.total", is(0)).body("facets.type", empty())
                    .body("didYouMean", nullValue());
        }
    }

    @Test
    void aSavedDraftIsNotFound() {
        var article = publish(Map.of("headline", "Neue Fähre"));
        var tag = desk(article).header("ETag");
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("headline", "Geheimplan " + mine))
                .patch(DESK + "/" + article).then().statusCode(200);

        search("Geheimplan").body("items", empty());
    }

    @Test
    void headlinesRankBeforeTextsAndExactMatchesBeforeSimilarOnes() {
        var inText = publish(Map.of("headline", "Vom Hafen", "body", "<p>Der Kran steht.</p>"));
        var inHeadline = publish(Map.of("headline", "Der Kran", "body", "<p>Er steht am Hafen.</p>"));
        var plural = publish(Map.of("headline", "Die Kräne", "body", "<p>Sie stehen am Hafen.</p>"));

        search("Kran").body("items.id", is(List.of(inHeadline, plural, inText)));
    }

    @Test
    void wholeWordsAreHighlightedInTheirSpelling() {
        publish(Map.of("headline", "Neue Häuser <am> Hafen", "teaser", "Das Haus & der Garten.", "body",
                "<p>Viele Hausbesitzer kamen.</p>"));

        search("haus").body("items[0].highlights.headline", containsString("Neue <mark>Häuser</mark> &lt;am&gt; Hafen"))
                .body("items[0].highlights.teaser", equalTo("Das <mark>Haus</mark> &amp; der Garten."))
                .body("items[0].highlights.body", containsString("Viele <mark>Hausbesitzer</mark> kamen."));
    }

    @Test
    void quotesMakePhrasesAndMinusExcludesWords() {
        var together = publish(Map.of("headline", "Rat der Stadt"));
        var apart = publish(Map.of("headline", "Stadt sucht Rat"));

        search("\"Rat der Stadt\"").body("items.id", is(List.of(together)));
        search("Stadt -sucht").body("items.id", is(List.of(together)));
        search("Stadt NOT sucht").body("items.id", is(List.of(together)));
        search("sucht OR der").body("items.id", containsInAnyOrder(together, apart));
    }

    @Test
    void aTypingErrorIsCorrectedAndReported() {
        var article = publish(Map.of("headline", "Bürgermeisterwahl im Frühling"));

        given().header("Depesche-Min-Sequence", last).queryParam("q", "Bürgermeistrewahl").queryParam("category", category)
                .get("/v1/search").then().statusCode(200)
                .body("items.id", is(List.of(article))).body("didYouMean", equalTo("Bürgermeisterwahl"))
                .body("searchedFor", equalTo("Bürgermeisterwahl"))
                .body("items[0].highlights.headline", equalTo("<mark>Bürgermeisterwahl</mark> im Frühling"));
        search("Bürgermeisterwahl").body("didYouMean", nullValue()).body("searchedFor", nullValue());
    }

    @Test
    void theFiltersOfListsApplyAndFacetsCount() {
        var interview = publish(
                Map.of("headline", "Eins", "type", "interview", "publishedAt", "2020-05-01", "tags", List.of("Tag " + mine)));
        var news = publish(Map.of("headline", "Zwei", "publishedAt", "2021-05-01"));

        search("", "&type=interview").body("items.id", is(List.of(interview)));
        search("", "&from=2021-01-01").body("items.id", is(List.of(news)));
        search("", "&exclude=" + news).body("items.id", is(List.of(interview)));
        search("", "&tag=tag-" + mine + "&total=true").body("items.id", is(List.of(interview))).body("page.total", is(1));
        search("", "&facets=category,type,year,tag")
                .body("facets.category.find { it.value == '" + category + "' }.count", is(2))
                .body("facets.type.value", containsInAnyOrder("interview", "news"))
                .body("facets.year", hasItem(Map.of("value", "2021", "count", 1)))
                .body("facets.category.find { it.value == '" + category + "' }.name", not(emptyOrNullString()))
                .body("facets.tag.value", is(List.of("tag-" + mine))).body("facets.tag.name", is(List.of("Tag " + mine)))
                .body("facets.tag.count", is(List.of(1)));
    }

    @Test
    void pagesLoseAndRepeatNothingWhileArticlesArePublished() {
        var published = IntStream.range(0, 7).mapToObj(n -> publish(Map.of("headline", "Nummer " + n))).toList();
        var first = search("", "&limit=3").extract().jsonPath();
        var ids = new ArrayList<>(first.<String> getList("items.id"));
        publish(Map.of("headline", "Dazwischen"));
        var second = page(first.getString("page.next"));
        ids.addAll(second.extract().path("items.id"));
        var third = page(second.extract().path("page.next"));
        ids.addAll(third.extract().path("items.id"));

        assertThat(ids).containsExactlyInAnyOrderElementsOf(published);
        third.body("page.next", nullValue());
        page(third.extract().path("page.previous")).body("items.id", is(second.extract().<List<String>> path("items.id")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-publishedAt", "publishedAt" })
    void hitsAreSortedByDateAndPagedWithoutLossOrRepetition(String sort) {
        var published = IntStream.range(0, 7)
                .mapToObj(n -> publish(Map.of("headline", "Nummer " + n, "publishedAt", "2020-05-0" + (1 + n / 2)))).toList();
        var first = search("", "&limit=3&total=true&sort=" + sort);
        publish(Map.of("headline", "Davor", "publishedAt", sort.startsWith("-") ? "2021-01-01" : "2019-01-01"));
        var second = page(first.extract().path("page.next"));
        var third = page(second.extract().path("page.next"));

        var ids = Stream.of(first, second, third).flatMap(page -> page.extract().<List<String>> path("items.id").stream())
                .toList();
        assertThat(ids).containsExactlyElementsOf(sort.startsWith("-") ? reversed(published) : published);
        third.body("page.next", nullValue());
        var back = page(third.extract().path("page.previous"));
        back.body("items.id", is(second.extract().<List<String>> path("items.id")));
        page(back.extract().path("page.previous")).body("items.id", is(first.extract().<List<String>> path("items.id")))
                .body("items.score", everyItem(greaterThan(0f)));
    }

    private static <T> List<T> reversed(List<T> list) {
        var reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void anUnknownSortAndACursorOfAnotherSortAreRefused() {
        publish(Map.of("headline", "Eins"));
        publish(Map.of("headline", "Zwei"));
        var next = search("", "&limit=1&sort=publishedAt").extract().<String> path("page.next");

        given().get("/v1/search?q=a&sort=-updatedAt").then().statusCode(400).body("errors.parameter", is(List.of("sort")));
        given().urlEncodingEnabled(false)
                .get(next.replaceFirst("^https?://[^/]+", "").replace("sort=publishedAt", "sort=relevance"))
                .then().statusCode(400).body("errors.parameter", is(List.of("cursor")));
    }

    @Test
    void aRangeCountsToTheMillisecondAsInLists() {
        var article = publish(Map.of("headline", "Eins", "publishedAt", "2020-05-01T12:00:00.500Z"));

        for (var range : List.of("from=2020-05-01T12:00:00.501Z", "before=2020-05-01T12:00:00.500Z")) {
            search("", "&" + range).body("items", empty());
            given().get("/v1/articles?category=" + category + "&" + range).then().body("items", empty());
        }
        for (var range : List.of("from=2020-05-01T12:00:00.500Z", "before=2020-05-01T12:00:00.501Z")) {
            search("", "&" + range).body("items.id", is(List.of(article)));
            given().get("/v1/articles?category=" + category + "&" + range).then().body("items.id", is(List.of(article)));
        }
    }

    @Test
    void listItemsAndCellsAreApartInHighlights() {
        publish(Map.of("headline", "Eins", "body", "<h2>Obst</h2><ul><li>Birne</li><li>Pflaume</li></ul>"
                + "<table><caption>Preise</caption><tr><th>Sorte</th><th>Euro</th></tr>"
                + "<tr><td>Kirsche</td><td>3</td></tr></table>"));

        search("birne").body("items[0].highlights.body",
                equalTo("Obst · <mark>Birne</mark> · Pflaume · Preise · Sorte · Euro · Kirsche · 3"));
    }

    @Test
    void allErrorsOfARequestAreReportedAtOnce() {
        given().get("/v1/search?facets=colour&limit=0&category=unheard").then().statusCode(400)
                .body("errors.parameter", containsInAnyOrder("q", "facets", "limit", "category"));
        given().queryParam("q", "x".repeat(301)).get("/v1/search").then().statusCode(400);
        given().queryParam("q", "wort ".repeat(25)).get("/v1/search").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"", "-", "\"offen", "AND", "OR OR", "a OR", "(((", "*", "der", "C++", "🙂", "NOT", "\\", "~2",
            "[a TO b]" })
    void noInputMakesSearchFail(String typed) {
        assertThat(given().queryParam("q", typed).get("/v1/search").statusCode()).isIn(200, 400);
        assertThat(given().queryParam("q", typed).get("/v1/suggest").statusCode()).isIn(200, 400);
    }

    @Test
    void theResponseNamesThePositionOfTheIndex() {
        var sequence = given().queryParam("q", "haus").get("/v1/search").then().statusCode(200).extract()
                .header("Depesche-Sequence");

        assertThat(Long.parseLong(sequence)).isNotNegative();
        given().queryParam("q", "haus").header("Depesche-Min-Sequence", Long.parseLong(sequence) + 1_000_000).get("/v1/search")
                .then()
                .statusCode(503);
    }

    @Test
    void aRenamedTagIsFoundByItsNewName() {
        var article = publish(Map.of("headline", "Eins", "tags", List.of("Alt" + mine)));
        search("Alt" + mine).body("items.id", is(List.of(article)));
        var address = "/v1/editorial/tags/alt" + mine;
        var tag = Callers.as("admin").get(address).header("ETag");
        var sequence = Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag)
                .body(Map.of("name", "Umbenannt" + mine)).patch(address).then().statusCode(200).extract()
                .header("Depesche-Sequence");

        given().queryParam("q", "Umbenannt" + mine).header("Depesche-Min-Sequence", sequence).get("/v1/search").then()
                .body("items.id", is(List.of(article)));
        given().queryParam("q", "Umbenannt" + mine).header("Depesche-Min-Sequence", sequence).get("/v1/suggest").then()
                .body("items.text", is(List.of("Umbenannt" + mine)));
    }

    @Test
    void anArticleThatMovesIsFoundInItsNewCategory() {
        Newsroom.ensureCategory("ober-" + mine, "Ober");
        var article = publish(Map.of("headline", "Eins"));
        var address = "/v1/editorial/categories/" + category;
        var tag = Callers.as("admin").get(address).header("ETag");
        var sequence = Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag)
                .body(Map.of("parent", "ober-" + mine)).patch(address).then().statusCode(200).extract()
                .header("Depesche-Sequence");

        given().queryParam("q", mine).queryParam("category", "ober-" + mine).header("Depesche-Min-Sequence", sequence)
                .get("/v1/search").then().statusCode(200).body("items.id", is(List.of(article)));
    }

    @Test
    void suggestionsStartWithTheInput() {
        var ferry = publish(Map.of("headline", "Fährverkehr " + mine, "tags", List.of(mine + " Hafen"), "authors",
                List.of(mine + " Petra")));

        suggested(mine).body("items.kind", is(List.of("tag", "author", "article")))
                .body("items.slug", is(List.of(mine + "-hafen", mine + "-petra", "faehrverkehr-" + mine)))
                .body("items[2].id", is(ferry)).body("items[2].category.slug", is(category))
                .body("items[0].id", not(emptyOrNullString()))
                .body("items.text", hasItem(mine + " Hafen")).body("items.text", hasItem(mine + " Petra"));
        suggested("faehrverk").body("items.text", hasItem(containsString("Fährverkehr " + mine)));
        suggested("faehrverk unheard").body("items.text", not(hasItem(containsString(mine))));
    }

    @Test
    void suggestedTagsAreInTheOrderOfTheirNames() {
        publish(Map.of("headline", "Eins",
                "tags", List.of(mine + " Zoo", mine + " Azur", mine + " Bahn", mine + " Ähre")));

        suggested(mine).body("items.findAll { it.kind == 'tag' }.text",
                is(List.of(mine + " Ähre", mine + " Azur", mine + " Bahn")));
    }

    @Test
    void suggestionsTakeOneStatement() {
        publish(Map.of("headline", "Eins " + mine, "tags", List.of(mine + " Hafen"), "authors", List.of(mine + " Petra")));

        suggested(mine).body("items", hasSize(3));

        assertThat(meter.minimumStatements(
                () -> given().queryParam("q", mine).get("/v1/suggest").then().body("items", hasSize(3)))).isEqualTo(1);
    }

    @Test
    void anUnknownSiteOfSuggestionsIsReportedWithOtherErrors() {
        given().queryParam("q", "a".repeat(101)).queryParam("site", mine).get("/v1/suggest").then().statusCode(400)
                .body("errors.parameter", is(List.of("q", "site")));
    }

    /** The readers' requests differ from each other, so that each reaches the index and not the response cache. */
    @Test
    void theIndexIsRebuiltWhileItIsSearched() throws Exception {
        var article = publish(Map.of("headline", "Bleibt"));
        search("").body("items", hasSize(1));
        var isDone = new AtomicBoolean();
        var number = new AtomicInteger();
        var readers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
            var statuses = new TreeSet<Integer>();
            while (!isDone.get()) {
                statuses.add(RawHttp.get("/v1/search?q=" + mine + "%20OR%20" + number.incrementAndGet()).statusCode());
            }
            return statuses;
        })).limit(2).toList();

        Callers.as("admin").post("/v1/editorial/search/rebuild").then().statusCode(202)
                .header("Location", containsString("/v1/editorial/search/rebuild"));
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                given().queryParam("q", mine).get("/v1/search").then().statusCode(200).body("items.id", is(List.of(article)));
                return !"running".equals(Callers.as("admin").get("/v1/editorial/search/rebuild").then().statusCode(200)
                        .extract().path("state"));
            });
        } finally {
            isDone.set(true);
        }

        Callers.as("admin").get("/v1/editorial/search/rebuild").then().body("state", is("finished"));
        given().queryParam("q", mine).get("/v1/search").then().body("items", hasSize(1));
        for (var reader : readers) {
            assertThat(reader.get(1, TimeUnit.MINUTES)).containsExactly(200);
        }
    }

    private String publish(Map<String, Object> members) {
        var article = new HashMap<String, Object>(Map.of("category", category, "kicker", mine));
        article.putAll(members);
        var id = Callers.as("admin").contentType(ContentType.JSON).body(article).post(DESK).then().statusCode(201).extract()
                .<String> path("id");
        last = step(id, "publish");
        return UUID.fromString(id).toString();
    }

    private String last = "0";

    private static String step(String article, String step) {
        return Callers.as("admin").header("If-Match", desk(article).header("ETag")).post(DESK + "/" + article + "/" + step)
                .then()
                .statusCode(200).extract().header("Depesche-Sequence");
    }

    private static Response desk(String article) {
        return Callers.as("admin").get(DESK + "/" + article);
    }

    /** Searches among the articles of this test only. */
    private ValidatableResponse search(String query) {
        return search(query, "");
    }

    private ValidatableResponse search(String query, String more) {
        return given().header("Depesche-Min-Sequence", last).queryParam("q", query + " \"" + mine + "\"")
                .get("/v1/search?" + (more.isEmpty() ? "category=" + category : "category=" + category + more)).then()
                .statusCode(200);
    }

    private static ValidatableResponse page(String address) {
        return given().urlEncodingEnabled(false).get(address.replaceFirst("^https?://[^/]+", "")).then().statusCode(200);
    }

    private ValidatableResponse suggested(String typed) {
        return given().header("Depesche-Min-Sequence", last).queryParam("q", typed).get("/v1/suggest").then().statusCode(200);
    }
}
