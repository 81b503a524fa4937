package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.delivery.feed.FeedsResourceTest.category;
import static org.depesche.delivery.feed.FeedsResourceTest.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** F11: where the lead image stands with each option, in each format. */
@QuarkusTest
class LeadImageGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> IMAGE = Map.of("src", "https://media.example.org/gr%C3%B6%C3%9Fe.jpg", "alt",
            "Vier Felder", "caption", "Ein \"Bild\" & <mehr>", "credit", "Thomas Imo/photothek.de", "width", 1280, "height",
            853);

    private static String category = "";

    @BeforeEach
    void publishAnArticle() {
        if (category.isEmpty()) {
            category = category();
            publish(category, Map.of("headline", "Mit Bild", "slug", category + "-bild", "teaser", "Kurz.", "body",
                    "<p>Text</p>", "image", IMAGE));
        }
    }

    @ParameterizedTest
    @CsvSource({ "media,rss", "media,atom", "media,json", "inline,rss", "inline,atom", "inline,json", "both,rss", "both,atom",
            "both,json", "enclosure,rss", "enclosure,atom", "enclosure,json" })
    void anItemLooksAsInTheGoldenFile(String option, String format) throws IOException {
        var feed = given().get("/feeds/categories/" + category + "." + format + "?leadImage=" + option).then().statusCode(200)
                .extract().asString();

        var item = normalized(format.equals("json") ? JSON.readTree(feed).at("/items/0").toPrettyString() : element(feed));

        var file = Path.of("src/test/resources/golden/feed", "lead-image-" + option + "." + format);
        if (Boolean.getBoolean("depesche.golden.write") && !Files.exists(file)) {
            Files.writeString(file, item);
        }
        assertThat(item).isEqualTo(Files.readString(file));
    }

    /** One element a line. */
    private static String element(String feed) {
        var name = feed.contains("<item>") ? "item" : "entry";
        var start = feed.indexOf("<" + name);
        return feed.substring(start, feed.indexOf("</" + name + ">")).replace("><", ">\n<") + "</" + name + ">\n";
    }

    /** Without what differs from run to run. */
    private static String normalized(String item) {
        return item.replaceAll("urn:uuid:[0-9a-f-]{36}", "urn:uuid:ID").replace("http://localhost:" + RestAssured.port, "BASE")
                .replace(category, "CATEGORY").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+[+-]\\d\\d:\\d\\d", "TIME")
                .replaceAll("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]+ [+-]\\d{4}", "TIME");
    }

    /** Many articles begin with their lead image. */
    @Test
    void anImageThatTheBodyShowsIsNotAddedToIt() throws IOException {
        var twice = category();
        var slug = publish(twice, Map.of("headline", "Zweimal", "image", IMAGE, "body", List.of(
                Map.of("type", "paragraph", "html", "Text"), Map.of("type", "image", "image", IMAGE))));
        for (var option : List.of("inline", "both", "media", "enclosure")) {
            var item = JSON.readTree(given().get("/feeds/categories/" + twice + ".json?leadImage=" + option).asString())
                    .at("/items/0");

            assertThat(Jsoup.parseBodyFragment(item.path("content_html").asText()).select("img")).as(option).hasSize(1);
        }
        assertThat(given().get("/feeds/articles/" + slug + ".md").asString()).containsOnlyOnce("![Vier Felder]");
    }

    @Test
    void teasersHaveThePictureAsMediaAlsoWhereItWouldBeInline() {
        var path = "/feeds/categories/" + category + ".rss?content=teaser";

        assertThat(given().get(path + "&leadImage=inline").asByteArray()).asString(StandardCharsets.UTF_8)
                .contains("<media:credit>Thomas Imo/photothek.de</media:credit>").doesNotContain("content:encoded>");
    }
}
