package org.depesche.delivery.feed.sitemap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
class SitemapsResourceTest {

    private static final String ARTICLES = "/v1/editorial/articles";

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
    void theNewsSitemapHasTheNewsOfTwoDaysToTheSecond() throws Exception {
        var category = category();
        var news = publish(Map.of("headline", "Neu & wichtig", "category", category));
        var hidden = publish(Map.of("headline", "Verborgen", "category", category, "seo", Map.of("noindex", true)));
        var paid = publish(Map.of("headline", "Kauft", "category", category, "advertising", Map.of("label", "Anzeige")));
        var clock = SettableClock.install();

        var now = get("/feeds/news-sitemap.xml");
        clock.advance(Duration.ofHours(48).minusSeconds(60));
        var still = get("/feeds/news-sitemap.xml");
        clock.advance(Duration.ofSeconds(61));
        var over = get("/feeds/news-sitemap.xml");

        assertThat(texts(now, "loc")).anyMatch(url -> url.contains(news)).noneMatch(url -> url.contains(hidden))
                .noneMatch(url -> url.contains(paid));
        assertThat(texts(now, "news:title")).contains("Neu & wichtig");
        assertThat(texts(now, "news:publication_date")).allMatch(date -> date.matches("\\d{4}-.*[+-]\\d\\d:\\d\\d"));
        assertThat(texts(still, "loc")).anyMatch(url -> url.contains(news));
        assertThat(texts(over, "loc")).hasSize(1);
        assertThat(texts(over, "news:title")).isEmpty();
    }

    @Test
    void aMonthOfAMillionArticlesHasAHundredSitemaps() {
        var sizes = Map.of("2024-10", 1_000_000L, "2024-11", 1L, "2024-12", 10_000L, "2025-01", 10_001L, "2025-02", 0L);

        assertThat(Sitemaps.partsByMonth(sizes, 10_000)).containsExactly(Map.entry("2025-02", 0), Map.entry("2025-01", 2),
                Map.entry("2024-12", 1), Map.entry("2024-11", 1), Map.entry("2024-10", 100));
        assertThat(Sitemaps.partsByMonth(Map.of("2024-10", 1_000_000L), 50_000)).containsValue(20);
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
