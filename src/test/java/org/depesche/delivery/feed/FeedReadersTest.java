package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.delivery.feed.FeedsResourceTest.category;
import static org.depesche.delivery.feed.FeedsResourceTest.publish;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** What readers of feeds rely on: identity, dates, validators, and that they may ask. */
@QuarkusTest
class FeedReadersTest {

    /** Other tests advance the clock by days, and would publish what is due by then. */
    private static final Duration BEYOND_OTHER_TESTS = Duration.ofDays(300);

    private static final String ARTICLES = "/v1/editorial/articles";
    /** A category that all questions about validators share, so that their answers come from the cache. */
    private static String asked = "";

    @BeforeEach
    void publishWhatIsAskedFor() {
        if (asked.isEmpty()) {
            asked = category();
            publish(asked, Map.of("headline", "Geprüft"));
        }
    }

    /** F1 */
    @Test
    void anItemKeepsItsIdentityInEveryFormatWhateverChanges() throws Exception {
        var category = category();
        var slug = publish(category, Map.of("headline", "Vorher", "body", "<p>Text</p>"));
        var before = identities(category, slug);
        assertThat(new HashSet<>(before)).hasSize(1);

        var next = category();
        var renamed = UniqueNames.of("nachher");
        var changed = patch(slug, Map.of("headline", "Nachher", "slug", renamed, "category", next));
        Callers.as("admin").header("If-Match", changed.header("ETag")).post(ARTICLES + "/" + renamed + "/publish").then()
                .statusCode(200);

        assertThat(identities(next, renamed)).isEqualTo(before);
    }

    private static List<String> identities(String category, String slug) throws Exception {
        var feed = "/feeds/categories/" + category;
        var all = new ArrayList<String>();
        all.add(given().get(feed + ".json").jsonPath().getString("items[0].id"));
        all.add(entries(feed + ".rss").get(0).getUri());
        all.add(entries(feed + ".atom").get(0).getUri());
        all.add(given().get("/feeds/articles/" + slug + ".ninjs.json").jsonPath().getString("uri"));
        return all;
    }

    /** F2 */
    @ParameterizedTest
    @ValueSource(strings = { "rss", "atom" })
    void twentyArticlesOfOneDayWithOneHeadlineAreTwentyItems(String format) throws Exception {
        var category = category();
        var lines = new StringBuilder();
        IntStream.range(0, 20).forEach(number -> lines.append(
                """
                        {"headline":"Gleich","category":"%s","publishedAt":"2024-10-21","origin":{"system":"%s","id":"%d"}}
                        """.formatted(category, category, number)));
        Newsroom.importArticles(lines.toString());

        var entries = entries("/feeds/categories/" + category + "." + format);

        assertThat(entries).hasSize(20).allMatch(entry -> entry.getPublishedDate() != null);
        assertThat(entries).extracting(SyndEntry::getUri).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(entries).extracting(SyndEntry::getLink).doesNotHaveDuplicates().allMatch(link -> link.startsWith("http"));
    }

    /** F4 */
    @Test
    void nothingOfTheFutureIsInAFeedOrAHeader() throws Exception {
        var category = category();
        publish(category, Map.of("headline", "Heute"));
        var draft = Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("headline", "Morgen", "category", category)).post(ARTICLES).then().statusCode(201).extract();
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", draft.header("ETag"))
                .body(Map.of("at", Instant.now().plus(BEYOND_OTHER_TESTS).truncatedTo(ChronoUnit.SECONDS).toString()))
                .post(ARTICLES + "/" + draft.path("slug") + "/publish").then().statusCode(200);

        for (var format : List.of("rss", "atom", "json")) {
            var feed = given().get("/feeds/categories/" + category + "." + format).then().statusCode(200).extract();
            assertThat(feed.asString()).contains("Heute").doesNotContain("Morgen");
            var modified = Optional.ofNullable(feed.header("Last-Modified"));
            assertThat(modified.map(DateTimeFormatter.RFC_1123_DATE_TIME::parse).map(Instant::from)).satisfiesAnyOf(
                    date -> assertThat(date).isEmpty(),
                    date -> assertThat(date.orElseThrow()).isBeforeOrEqualTo(Instant.now()));
        }
        for (var format : List.of("rss", "atom")) {
            assertThat(entries("/feeds/categories/" + category + "." + format)).allMatch(
                    entry -> !entry.getPublishedDate().toInstant().isAfter(Instant.now()));
        }
    }

    /** F5: {tag} and {date} stand for what the feed sent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = { "{tag}|-|304", "W/{tag}|-|304", "{bare}|-|304", "{gz}|-|304",
            "\"x\", {tag}|-|304", "*|-|304", "\"x\"|-|200", "-|{date}|304", "-|Thu, 01 Jan 1970 00:00:00 GMT|200",
            "-|Fri, 01 Jan 2100 00:00:00 GMT|200", "-|yesterday|200", "{tag}|{date}|304",
            "\"x\"|{date}|200", "{tag}|Thu, 01 Jan 1970 00:00:00 GMT|304" })
    void aValidatorInAnyFormIsUnderstood(String tag, String date, int status) {
        SettableClock.install().advance(Duration.ofHours(1)); // other tests have made changes ahead of the time
        for (var format : List.of("rss", "atom", "json")) {
            for (var encoding : List.of("identity", "gzip", "br")) {
                var path = "/feeds/categories/" + asked + "." + format;
                var feed = given().header("Accept-Encoding", encoding).get(path).then().statusCode(200).extract();
                var request = given().header("Accept-Encoding", encoding).header("Origin", "https://partner.example");
                if (tag != null) {
                    var own = feed.header("ETag");
                    request = request.header("If-None-Match", tag.replace("{tag}", own).replace("{bare}", own.replace("\"", ""))
                            .replace("{gz}", own.replaceFirst("(-gz|-br)?\"$", "-gz\"")));
                }
                if (date != null) {
                    request = request.header("If-Modified-Since", date.replace("{date}", feed.header("Last-Modified")));
                }
                var answer = request.get(path);
                assertThat(answer.statusCode()).as("%s %s", format, encoding).isEqualTo(status);
                for (var header : List.of("Last-Modified", "Cache-Control", "Vary", "Link")) {
                    assertThat(answer.header(header)).as(header).isEqualTo(feed.header(header));
                }
                assertThat(answer.header("ETag")).isNotNull();
                assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            }
        }
    }

    /** F5 */
    @Test
    void aChangeOfAnythingShownChangesBothValidators() {
        var clock = SettableClock.install();
        var category = category();
        var tag = UniqueNames.of("thema");
        var slug = publish(category, Map.of("headline", "Bild", "tags", List.of(tag), "image",
                Map.of("src", "https://media.example.org/" + category + ".jpg", "alt", "Bild", "credit", "Vorher")));
        var image = given().get("/v1/articles/" + slug).<String> path("image.id");
        clock.advance(Duration.ofSeconds(5));
        var path = "/feeds/categories/" + category + ".rss";
        for (var change : List.of(Map.entry("/v1/editorial/tags/" + tag, Map.of("name", "Anders " + tag)),
                Map.entry("/v1/editorial/categories/" + category, Map.of("name", "Neuer Name")),
                Map.entry("/v1/editorial/images/" + image, Map.of("credit", "Nachher")))) {
            var before = given().get(path).then().statusCode(200).extract();
            Callers.as("admin").contentType(ContentType.JSON)
                    .header("If-Match", Callers.as("admin").get(change.getKey()).header("ETag")).body(change.getValue())
                    .patch(change.getKey()).then().statusCode(200);
            clock.advance(Duration.ofSeconds(5));
            var after = given().header("If-None-Match", before.header("ETag")).get(path).then().statusCode(200).extract();
            assertThat(after.header("ETag")).as(change.getKey()).isNotEqualTo(before.header("ETag"));
            assertThat(after.header("Last-Modified")).as(change.getKey()).isNotEqualTo(before.header("Last-Modified"));
            given().header("If-Modified-Since", before.header("Last-Modified")).get(path).then().statusCode(200);
        }
    }

    /** F6 */
    @Test
    void aReaderOfThousandsMayAskForThemAll() throws Exception {
        SettableClock.install().advance(Duration.ofHours(1)); // what changed ahead of the time is not cached
        var path = "/feeds/categories/" + asked + ".rss";
        var feed = given().get(path).then().statusCode(200).extract();
        assertThat(feed.header("Cache-Control")).contains("max-age=300");
        assertThat(feed.asString()).contains("<ttl>5</ttl>", "<sy:updateFrequency>12</sy:updateFrequency>");
        var answers = new HashSet<String>();
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("If-None-Match", feed.header("ETag")).build();
        for (var number = 0; number < 1_000; number++) {
            var answer = client.send(request, BodyHandlers.discarding());
            answers.add(answer.statusCode() + " " + answer.headers().firstValue("Cache-Status").orElse(""));
        }
        assertThat(answers).containsExactly("304 Depesche; hit");
    }

    /** F7 */
    @ParameterizedTest
    @ValueSource(strings = { "", "curl/8.5.0", "python-requests/2.31", "Feedly/1.0 (+http://www.feedly.com/fetcher.html)",
            "bot", "Mozilla/5.0 (compatible; GPTBot/1.2)", "<script>", "\"" })
    void nobodyIsTurnedAwayForTheNameOfTheProgram(String agent) {
        for (var path : List.of("/feeds/articles.rss", "/feeds/articles.json", "/feeds/articles.atom", "/feeds/sitemap.xml",
                "/embed.js", "/.well-known/tdmrep.json")) {
            assertThat(given().header("User-Agent", agent).get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    private static Response patch(String slug, Map<String, ?> members) {
        var path = ARTICLES + "/" + slug;
        var answer = Callers.as("admin").contentType(ContentType.JSON)
                .header("If-Match", Callers.as("admin").get(path).header("ETag")).body(members).patch(path);
        answer.then().statusCode(200);
        return answer;
    }

    private static List<SyndEntry> entries(String path) throws Exception {
        var bytes = given().get(path).then().statusCode(200).extract().asByteArray();
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes), true, "UTF-8")).getEntries();
    }
}
