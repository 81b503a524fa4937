package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.delivery.feed.FeedsResourceTest.category;
import static org.depesche.delivery.feed.FeedsResourceTest.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

/** What stays as it is while everything around it changes: identities, dates and bytes. */
@QuarkusTest
class FeedIdentityTest {

    private static final String EDITORIAL = "/v1/editorial/";

    /** F1: addresses, names and slugs are a part of links, and of no identity. */
    @Test
    void allIdentitiesOutliveTheAddressOfTheSiteAndEveryName() {
        var site = UniqueNames.of("blatt");
        var before = "https://" + site + ".example.org";
        var after = "https://mail." + site + ".example.net/neu";
        create("sites", Map.of("slug", site, "name", site, "language", "de", "url", before));
        create("categories?site=" + site, Map.of("slug", "vorher", "name", "Vorher"));
        create("categories?site=" + site, Map.of("slug", "anderswo", "name", "Anderswo"));
        Newsroom.importArticles("?site=" + site, """
                {"slug":"%s-neu","headline":"Neu","category":"vorher","publishedAt":"2024-10-02T10:00:00Z"}
                {"slug":"%s-alt","headline":"Alt","category":"vorher","publishedAt":"2024-10-01T10:00:00Z",\
                "origin":{"system":"%s","id":"7","guid":"https://old.example/?p=7"}}
                """.formatted(site, site, site));
        var feeds = identities(site, site + "-neu");
        assertThat(feeds.items()).hasSize(5).allSatisfy(ids -> assertThat(ids).isEqualTo(feeds.items().get(0)));
        assertThat(feeds.items().get(0)).hasSize(2).last().isEqualTo("https://old.example/?p=7");
        assertThat(feeds.links()).hasSize(2).allMatch(link -> link.startsWith(before + "/vorher/"));

        change("sites/" + site, Map.of("url", after, "name", "Umbenannt"));
        change("categories/vorher?site=" + site, Map.of("slug", "nachher", "name", "Nachher"));
        for (var old : List.of("neu", "alt")) {
            var saved = change("articles/" + site + "-" + old, Map.of("slug", site + "-" + old + "-2", "headline", "Anders",
                    "placements", List.of(Map.of("site", site, "category", "anderswo"))));
            Callers.as("admin").header("If-Match", saved.header("ETag"))
                    .post(EDITORIAL + "articles/" + saved.path("id") + "/publish").then().statusCode(200);
        }

        var now = identities(site, site + "-neu-2");
        assertThat(now.items()).isEqualTo(feeds.items());
        assertThat(now.feed()).isEqualTo(feeds.feed());
        assertThat(now.links()).hasSize(2).allMatch(link -> link.startsWith(after + "/anderswo/"));
    }

    /** F3: the cache is passed by, and three days later the same bytes are rendered. */
    @ParameterizedTest
    @ValueSource(strings = { "json", "rss", "atom" })
    void theBytesAreThoseOfTheDataWheneverTheyAreRendered(String format) {
        var category = category();
        var gone = publish(category, Map.of("headline", "Fort"));
        publish(category, Map.of("headline", "Bleibt", "teaser", "Kurz", "body", "<p>Text</p>"));
        var tag = Callers.as("admin").get(EDITORIAL + "articles/" + gone).header("ETag");
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("reason", "Irrtum"))
                .post(EDITORIAL + "articles/" + gone + "/withdraw").then().statusCode(200);
        var clock = SettableClock.install();
        clock.advance(Duration.ofSeconds(5));
        var path = "/feeds/categories/" + category + "." + format;
        var first = rendered(path);

        clock.advance(Duration.ofDays(3));

        var second = rendered(path);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Last-Modified")).isNotNull().isEqualTo(first.header("Last-Modified"));
    }

    /** F4: an event is news of the day on which it was published. What was dated ahead is not public yet. */
    @Test
    void theYearOfAnEventIsNoDateOfItsArticle() {
        var category = category();
        publish(category,
                Map.of("headline", "Kongress am 3. Mai 2027", "type", "event", "body", "<p>2027-05-03T09:00:00Z</p>"));
        Newsroom.importArticles("""
                {"headline":"Dereinst","category":"%s","type":"event","publishedAt":"2037-05-03T09:00:00Z"}"""
                .formatted(category));

        for (var format : List.of("json", "rss", "atom")) {
            var feed = given().get("/feeds/categories/" + category + "." + format + "?type=event").then().statusCode(200)
                    .extract();
            assertThat(feed.asString()).contains("Kongress").doesNotContain("Dereinst");
            assertThat(dates(feed.asString(), format)).hasSizeGreaterThan(1)
                    .allMatch(date -> !date.isAfter(Instant.now()));
            for (var header : List.of("Date", "Last-Modified", "Link")) {
                assertThat(String.valueOf(feed.header(header))).as(header).doesNotContain("2027", "2037");
            }
        }
    }

    /** F4: a clock that is ahead, or a wrong zone, where the articles come from. */
    @Test
    void anUpdateOfTheFutureCountsAsNow() {
        var category = category();
        publish(category, Map.of("headline", "Vom Redaktionstisch", "updatedAt", "2037-05-03T09:00:00+02:00"));
        Newsroom.importArticles("""
                {"headline":"Aus dem Import","category":"%s","publishedAt":"2024-10-21","updatedAt":"2037-05-03T09:00:00Z"}"""
                .formatted(category));

        for (var format : List.of("json", "rss", "atom")) {
            var feed = get("/feeds/categories/" + category + "." + format).asString();
            assertThat(feed).contains("Vom Redaktionstisch", "Aus dem Import").doesNotContain("2037");
            assertThat(dates(feed, format)).hasSizeGreaterThan(2).allMatch(date -> !date.isAfter(Instant.now()));
        }
    }

    /** F3: readers are not told of a comma. */
    @Test
    void aMinorChangeMovesNoItemAndNoDateOfIt() {
        var category = category();
        var older = publish(category, Map.of("headline", "Mit Feler", "body", "<p>Text</p>"));
        publish(category, Map.of("headline", "Neuer"));
        var path = "/feeds/categories/" + category;
        var before = xml(get(path + ".atom").asString());

        change("articles/" + older, Map.of("headline", "Mit Fehler"));
        Callers.as("admin").contentType(ContentType.JSON)
                .header("If-Match", Callers.as("admin").get(EDITORIAL + "articles/" + older).header("ETag"))
                .body(Map.of("minor", true)).post(EDITORIAL + "articles/" + older + "/publish").then().statusCode(200);

        var after = xml(get(path + ".atom").asString());
        assertThat(after.select("entry > title").eachText()).containsExactly("Neuer", "Mit Fehler");
        assertThat(after.select("entry > id, entry > updated, entry > published").eachText())
                .isEqualTo(before.select("entry > id, entry > updated, entry > published").eachText());
        assertThat(after.select("feed > updated").text()).isGreaterThanOrEqualTo(before.select("feed > updated").text());
        assertThat(get(path + ".rss").asString()).contains("<title>Mit Fehler</title>").doesNotContain("dcterms:modified>");
    }

    /** Rendered anew: the cache leaves weights of zero to the framework, which does not take this one for zero. */
    private static ExtractableResponse<Response> rendered(String path) {
        var answer = given().header("Accept", "*/*, text/x-none;q=0.0000").get(path).then().statusCode(200).extract();
        assertThat(answer.header("Cache-Status")).doesNotContain("hit");
        return answer;
    }

    private static List<Instant> dates(String text, String format) {
        if (format.equals("json")) {
            return Stream.of(text.split("\"date_[a-z]+\":\"")).skip(1)
                    .map(rest -> OffsetDateTime.parse(rest.substring(0, rest.indexOf('"'))).toInstant()).toList();
        }
        var written = format.equals("rss") ? DateTimeFormatter.RFC_1123_DATE_TIME : DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        return xml(text).select("pubDate, lastBuildDate, updated, published").eachText().stream()
                .map(date -> OffsetDateTime.parse(date, written).toInstant()).toList();
    }

    /**
     * @param items the identities of the items, by document
     * @param feed that of the feed itself
     * @param links where the items lead
     */
    private record Identities(List<List<String>> items, String feed, List<String> links) {
    }

    private static Identities identities(String site, String slug) {
        var items = new ArrayList<List<String>>();
        var json = get("/feeds/articles.json?site=" + site).jsonPath();
        items.add(json.getList("items.id"));
        items.add(xml(get("/feeds/articles.rss?site=" + site).asString()).select("guid").eachText());
        var atom = xml(get("/feeds/articles.atom?site=" + site).asString());
        items.add(atom.select("entry > id").eachText());
        items.add(get("/feeds/articles.ninjs.json?site=" + site).jsonPath().getList("associations.uri"));
        var single = get("/feeds/articles/" + slug + ".ninjs.json?site=" + site).jsonPath().getString("uri");
        items.add(List.of(single, items.get(0).get(1)));
        return new Identities(items, atom.select("feed > id").text(), json.getList("items.url"));
    }

    private static ExtractableResponse<Response> get(String path) {
        return given().get(path).then().statusCode(200).extract();
    }

    private static Document xml(String text) {
        return Jsoup.parse(text, "", Parser.xmlParser());
    }

    private static void create(String path, Map<String, ?> form) {
        Callers.as("admin").contentType(ContentType.JSON).body(form).post(EDITORIAL + path).then().statusCode(201);
    }

    private static ExtractableResponse<Response> change(String path, Map<String, ?> members) {
        return Callers.as("admin").contentType(ContentType.JSON)
                .header("If-Match", Callers.as("admin").get(EDITORIAL + path).header("ETag")).body(members)
                .patch(EDITORIAL + path).then().statusCode(200).extract();
    }
}
