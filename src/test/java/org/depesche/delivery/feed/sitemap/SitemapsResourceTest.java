package org.depesche.delivery.feed.sitemap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import jakarta.inject.Inject;

import org.depesche.testkit.Callers;
import org.depesche.testkit.DatabaseCostMeter;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.SharedMaterial;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
class SitemapsResourceTest {

    private static final String ARTICLES = "/v1/editorial/articles";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    DatabaseCostMeter meter;

    @Test
    void theIndexLeadsToEachArticle() throws Exception {
        var slug = UniqueNames.of("alt");
        var hidden = UniqueNames.of("verborgen");
        var category = category();
        Newsroom.importArticles("""
                {"headline":"Alt","slug":"%s","category":"%s","publishedAt":"2011-03-04T10:00:00Z"}
                {"headline":"Verborgen","slug":"%s","category":"%s","publishedAt":"2011-03-05T10:00:00Z","seo":{"noindex":true}}
                """.formatted(slug, category, hidden, category));

        var index = get("/feeds/sitemap.xml");
        var page = texts(index, "loc").stream().filter(url -> url.contains("2011-03")).findFirst().orElseThrow();
        var urls = texts(get(page.replaceFirst("http://[^/]+", "")), "loc");

        assertThat(index.getDocumentElement().getTagName()).isEqualTo("sitemapindex");
        assertThat(urls).anyMatch(url -> url.contains(slug)).noneMatch(url -> url.contains(hidden))
                .allMatch(url -> url.startsWith("http"));
        assertThat(urls).doesNotHaveDuplicates();
        given().get("/feeds/sitemap/1903-01.xml").then().statusCode(404);
        given().get("/feeds/sitemap/2011-13.xml").then().statusCode(404);
        given().get("/feeds/sitemap/2011-03.xml?part=0").then().statusCode(400);
    }

    @Test
    void theIndexReadsTheChangesOfAllMonthsAtOnce() throws Exception {
        var few = site();
        var many = site();
        importArticles(few, article("2019-01"));
        importArticles(many, IntStream.rangeClosed(1, 24).mapToObj(n -> article("%d-%02d".formatted(2018 + n / 13, 1 + n % 12)))
                .collect(Collectors.joining("\n")));

        assertThat(statements(many)).isLessThanOrEqualTo(statements(few) + 1);
        assertThat(texts(get("/feeds/sitemap.xml?site=" + many), "lastmod")).hasSizeGreaterThan(12);
    }

    @Test
    void theIndexListsOnlySitemapsThatListSomething() throws Exception {
        var site = site();
        importArticles(site, shown("2019-01") + "\n" + hidden("2019-02", 1) + "\n"
                + IntStream.rangeClosed(1, 12).mapToObj(day -> hidden("2019-03", day)).collect(Collectors.joining("\n")) + "\n"
                + hidden("2019-04", 1));
        var address = "/feeds/sitemap.xml?site=" + site;

        assertThat(months(address)).containsExactly("2019-01");
        given().get("/feeds/sitemap/2019-03.xml?site=" + site).then().statusCode(404);

        importArticles(site, shown("2019-03"));

        await().untilAsserted(() -> assertThat(months(address)).containsExactly("2019-03", "2019-01"));
    }

    private static String shown(String month) {
        return article(month).replace("Alt", UniqueNames.of("alt")).replace("04T", "20T");
    }

    private static String hidden(String month, int day) {
        return "{\"headline\":\"%s\",\"category\":\"alles\",\"publishedAt\":\"%s-%02dT10:00:00Z\",".formatted(
                UniqueNames.of("verborgen"), month, day)
                + "\"seo\":{\"noindex\":true}}";
    }

    private static List<String> months(String index) throws Exception {
        return texts(get(index), "loc").stream().map(url -> url.replaceFirst(".*/sitemap/(.{7}).*", "$1")).toList();
    }

    private static String article(String month) {
        return "{\"headline\":\"Alt\",\"category\":\"alles\",\"publishedAt\":\"%s-04T10:00:00Z\"}".formatted(month);
    }

    private long statements(String site) {
        return meter.minimumStatements(() -> given().get("/feeds/sitemap.xml?site=" + site).then().statusCode(200));
    }

    @Test
    void theNewsSitemapHasTheNewsOfTwoDaysToTheSecond() throws Exception {
        var site = site(); // on the default site appears what other tests scheduled
        var place = List.of(Map.of("site", site, "category", "alles"));
        var news = publish(Map.of("headline", "Neu & wichtig", "placements", place));
        var hidden = publish(Map.of("headline", "Verborgen", "placements", place, "seo", Map.of("noindex", true)));
        var paid = publish(Map.of("headline", "Kauft", "placements", place, "advertising", Map.of("label", "Anzeige")));
        var clock = SettableClock.install();

        var now = get("/feeds/news-sitemap.xml?site=" + site);
        clock.advance(Duration.ofHours(48).minusSeconds(60));
        var still = get("/feeds/news-sitemap.xml?site=" + site);
        clock.advance(Duration.ofSeconds(61));
        var over = get("/feeds/news-sitemap.xml?site=" + site);

        assertThat(texts(now, "loc")).anyMatch(url -> url.contains(news)).noneMatch(url -> url.contains(hidden))
                .noneMatch(url -> url.contains(paid));
        assertThat(texts(now, "news:title")).contains("Neu & wichtig");
        assertThat(texts(now, "news:publication_date")).allMatch(date -> date.matches("\\d{4}-.*[+-]\\d\\d:\\d\\d"));
        assertThat(texts(still, "loc")).anyMatch(url -> url.contains(news));
        assertThat(texts(over, "loc")).hasSize(1);
        assertThat(texts(over, "news:title")).isEmpty();
    }

    /** F16: the window is one of hours, also where two days have one hour more or less; times have their own offset. */
    @ParameterizedTest
    @CsvSource({ "2024-10-27T00:30:00Z,2024-10-27T02:30:00+02:00", "2024-10-27T01:30:00Z,2024-10-27T02:30:00+01:00",
            "2025-03-30T00:59:59Z,2025-03-30T01:59:59+01:00", "2025-03-30T01:00:00Z,2025-03-30T03:00:00+02:00" })
    void theWindowAndTheTimesAreRightInTheNightsOfTheClockChange(String published, String local) throws Exception {
        var site = site();
        var headline = "Ende </script> & \"Anfang\"";
        importArticles(site, MAPPER.createObjectNode().put("slug", site).put("headline", headline).put("category", "alles")
                .put("publishedAt", published).toString());
        var moment = Instant.parse(published);
        var clock = SettableClock.install();

        clock.setTo(moment.plus(Duration.ofHours(48)).minusSeconds(1));
        var within = get("/feeds/news-sitemap.xml?site=" + site);
        clock.setTo(moment.plus(Duration.ofHours(48)).plusSeconds(1));
        var after = get("/feeds/news-sitemap.xml?site=" + site);

        assertThat(texts(within, "news:publication_date")).containsExactly(local);
        assertThat(texts(within, "news:title")).containsExactly(headline);
        assertThat(texts(after, "news:publication_date")).isEmpty();
        assertThat(texts(after, "loc")).hasSize(1);
        clock.setTo(Instant.now());
        var jsonLd = given().get("/feeds/articles/" + site + ".jsonld?site=" + site).then().statusCode(200).extract();
        assertThat(jsonLd.asString()).doesNotContain("</");
        assertThat(jsonLd.jsonPath().getString("datePublished")).isEqualTo(local);
        assertThat(jsonLd.jsonPath().getString("headline")).isEqualTo(headline);
        given().get("/feeds/news-sitemap.xml?site=" + site).then().header("Cache-Control", startsWith("public, max-age=10,"));
    }

    /** With real headlines, all of them in the schema's form. */
    @Test
    void theSitemapsOfRealTextsAreValidAndWhole() throws Exception {
        var site = site();
        var newest = Instant.parse("2023-02-20T12:00:00Z");
        var headlines = headlines();
        var lines = IntStream.range(0, headlines.size())
                .mapToObj(number -> MAPPER.createObjectNode().put("headline", headlines.get(number)).put("category", "alles")
                        .put("publishedAt", newest.minusSeconds(number * 60L).toString()).toString())
                .collect(Collectors.joining("\n"));
        importArticles(site, lines);
        var clock = SettableClock.install();

        var index = texts(get("/feeds/sitemap.xml?site=" + site), "loc");
        var month = texts(get(index.get(0).replaceFirst("http://[^/]+", "")), "loc");
        clock.setTo(newest.plusSeconds(1));
        var news = get("/feeds/news-sitemap.xml?site=" + site);

        assertThat(index).hasSize(1);
        assertThat(month).hasSize(headlines.size()).doesNotHaveDuplicates().containsAll(texts(news, "loc"));
        assertThat(texts(news, "news:title")).isEqualTo(headlines);
    }

    /** As many as the news sitemap lists of two days. */
    private static List<String> headlines() {
        return Stream.of("wikinews-de-train", "10kgnad-test-part1")
                .flatMap(corpus -> SharedMaterial.text("data/articles/" + corpus + ".ndjson.gz").lines().limit(250))
                .map(SitemapsResourceTest::headline).toList();
    }

    private static String headline(String record) {
        try {
            var text = MAPPER.readTree(record);
            var title = text.path("title").asText(text.path("text").asText()).replaceAll("\\s+", " ").strip();
            return title.length() <= 200 ? title : title.substring(0, 200).strip();
        } catch (JsonProcessingException e) {
            throw new AssertionError(record, e);
        }
    }

    private static String site() {
        var site = UniqueNames.of("karte");
        Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("slug", site, "name", site, "language", "de", "url", "https://" + site + ".example.org"))
                .post("/v1/editorial/sites").then().statusCode(201);
        Callers.as("admin").contentType(ContentType.JSON).body(Map.of("slug", "alles", "name", "Alles"))
                .post("/v1/editorial/categories?site=" + site).then().statusCode(201);
        return site;
    }

    private static void importArticles(String site, String lines) {
        assertThat(Newsroom.importArticles("?site=" + site, lines).rejections()).isEmpty();
    }

    @Test
    void aMonthOfAMillionArticlesHasAHundredSitemaps() {
        var sizes = Map.of("2024-10", 1_000_000L, "2024-11", 1L, "2024-12", 10_000L, "2025-01", 10_001L, "2025-02", 0L);

        assertThat(Sitemaps.partsByMonth(sizes, 10_000)).containsExactly(Map.entry("2025-02", 0), Map.entry("2025-01", 2),
                Map.entry("2024-12", 1), Map.entry("2024-11", 1), Map.entry("2024-10", 100));
        assertThat(Sitemaps.partsByMonth(Map.of("2024-10", 1_000_000L), 50_000)).containsValue(20);
    }

    @ParameterizedTest
    @CsvSource({ "de,de", "de-AT,de", "nds,nds", "zh,zh-cn", "zh-Hans,zh-cn", "zh-Hant-HK,zh-tw", "zh-TW,zh-tw" })
    void newsHasALanguageThatSearchEnginesKnow(String tag, String language) {
        assertThat(SitemapsResource.newsLanguage(tag)).isEqualTo(language);
    }

    @Test
    void eachArticleIsInOnePart() {
        var articles = IntStream.range(0, 10).boxed().toList();

        var parts = IntStream.rangeClosed(1, 5).mapToObj(part -> Stream.of(0, 4, 8)
                .flatMap(from -> MonthArticles.ofPart(part, 3, articles.subList(from, Math.min(10, from + 4)), from)).toList());

        assertThat(parts).containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6, 7, 8), List.of(9), List.of());
    }

    private static Document get(String path) throws Exception {
        var bytes = given().urlEncodingEnabled(false).get(path).then().statusCode(200)
                .header("Content-Type", "application/xml;charset=utf-8").extract().asByteArray();
        schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newDefaultInstance().newSchema(Stream.of("news", "sitemap")
                .map(name -> new StreamSource(SitemapsResourceTest.class.getResourceAsStream("/sitemap/" + name + ".xsd")))
                .toArray(Source[]::new));
    }

    private static List<String> texts(Document document, String name) {
        var texts = new ArrayList<String>();
        var found = document.getElementsByTagName(name);
        for (var i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static String category() {
        var category = UniqueNames.of("ressort");
        Newsroom.ensureCategory(category, "Ressort");
        return category;
    }

    private static String publish(Map<String, ?> members) {
        var form = new HashMap<String, Object>(members);
        form.put("slug", UniqueNames.of("artikel"));
        var made = Callers.as("admin").contentType(ContentType.JSON).body(form).post(ARTICLES).then().statusCode(201).extract();
        var slug = made.<String> path("slug");
        Callers.as("admin").header("If-Match", made.header("ETag")).post(ARTICLES + "/" + slug + "/publish").then()
                .statusCode(200);
        return slug;
    }
}
