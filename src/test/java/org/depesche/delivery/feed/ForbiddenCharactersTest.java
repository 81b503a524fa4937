package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

/** F9: characters that stop whole feeds. They are removed where they come in, and once more where XML is written. */
@QuarkusTest
class ForbiddenCharactersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FORBIDDEN = IntStream
            .concat(IntStream.range(1, 0x20).filter(c -> c != '\t' && c != '\n' && c != '\r'), IntStream.of(0xFFFE, 0xFFFF))
            .mapToObj(Character::toString).toList();

    private final String category = UniqueNames.of("ressort");

    @Test
    void everyDocumentIsWellFormedAndTheDeskIsToldWhatWasRemoved() throws Exception {
        Newsroom.ensureCategory(category, "Res\u0002sort\uFFFF");
        for (var forbidden : FORBIDDEN) {
            var warnings = publish(forbidden);
            var details = new HashMap<String, String>();
            warnings.<Map<String, String>> getList("").forEach(each -> details.put(each.get("pointer"), each.get("detail")));
            assertThat(details).as("U+%04X", forbidden.codePointAt(0))
                    .containsEntry("/headline", "removed 1 character that XML cannot carry")
                    .containsEntry("/teaser", "removed 2 characters that XML cannot carry")
                    .containsKeys("/kicker", "/body/0/html", "/image/alt", "/image/credit", "/tags/0", "/authors/0",
                            "/source/name", "/rights/copyright");
        }

        for (var path : List.of("categories/" + category + ".rss", "categories/" + category + ".atom", "sitemap.xml",
                "news-sitemap.xml")) {
            var document = get("/feeds/" + path);
            var root = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document)).getDocumentElement();
            if (path.startsWith("categories")) {
                assertThat(root.getElementsByTagName(path.endsWith("rss") ? "item" : "entry").getLength())
                        .isEqualTo(FORBIDDEN.size());
                assertThat(root.getTextContent()).contains("Ressort").doesNotContain(FORBIDDEN.toArray(String[]::new));
            }
        }
        var items = JSON.readTree(get("/feeds/categories/" + category + ".json")).path("items");
        assertThat(items).hasSize(FORBIDDEN.size()).allMatch(item -> item.path("title").asText().equals("Ein Wort"))
                .allMatch(item -> item.path("content_html").asText().contains("<p>Ein Satz &amp; mehr</p>"));
    }

    /** A tab and the ends of lines are text. */
    @Test
    void whiteSpaceStays() {
        Newsroom.ensureCategory(category, "Ressort");
        var slug = FeedsResourceTest.publish(category, Map.of("headline", "Weiß", "teaser", "a\tb\nc\rd"));

        assertThat(given().get("/v1/articles/" + slug).<String> path("teaser")).isEqualTo("a\tb\nc\rd");
    }

    /** Publishes an article that has the character in all its texts, and returns the warnings. */
    private JsonPath publish(String character) {
        var image = Map.of("src", "https://media.example.org/" + category + ".jpg", "alt", "Bi" + character + "ld", "credit",
                "Fo" + character + "to");
        var form = Map.of("headline", "Ein " + character + "Wort", "kicker", character + "Dach", "teaser",
                character + "Kurz" + character, "category", category, "image", image, "tags", List.of("Th" + character + "ema"),
                "authors", List.of("Ada" + character + " Beispiel"), "source", Map.of("name", "Quel" + character + "le"),
                "rights", Map.of("copyright", "© " + character + "Verlag"), "body",
                List.of(Map.of("type", "paragraph", "html", "Ein Satz" + character + " &amp; mehr")));
        var made = Callers.as("admin").contentType(ContentType.JSON).body(form).post("/v1/editorial/articles").then()
                .statusCode(201).extract();
        Callers.as("admin").header("If-Match", made.header("ETag"))
                .post("/v1/editorial/articles/" + made.path("id") + "/publish").then().statusCode(200);
        return new JsonPath(made.asString()).setRootPath("warnings");
    }

    private static byte[] get(String path) {
        return given().get(path).then().statusCode(200).extract().asByteArray();
    }
}
