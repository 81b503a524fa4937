package org.depesche.delivery.embed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

/** What the libraries that make cards of pasted links look for: php-embed, iframely, Mastodon, WordPress. */
@QuarkusTest
class OEmbedConsumersTest {

    private final String site = UniqueNames.of("blatt");

    @BeforeEach
    void makeSite() {
        create("sites", Map.of("slug", site, "name", "Blatt", "language", "de", "url", "https://" + site + ".example.org"));
        create("categories?site=" + site, Map.of("slug", "rat", "name", "Rat"));
    }

    private static void create(String path, Map<String, ?> form) {
        Callers.as("admin").contentType(ContentType.JSON).body(form).post("/v1/editorial/" + path).then().statusCode(201);
    }

    /** All of them find the description by the links in the head of the page, and compare their types exactly. */
    @Test
    void thePageOfAnArticleLeadsToItsDescription() {
        var slug = publish(Map.of("headline", "Müller & \"Söhne\" </title>"));
        var markup = given().get("/v1/articles/" + slug + "?include=oembedLinks&site=" + site).then().statusCode(200).extract()
                .<String> path("oembedLinks");

        var head = Jsoup.parse("<html><head>" + markup + "</head><body></body></html>").head();

        assertThat(head.childrenSize()).isEqualTo(2);
        for (var type : List.of("application/json+oembed", "text/xml+oembed")) {
            var link = head.select("link[rel=alternate][type=" + type + "]");
            assertThat(link.attr("title")).isEqualTo("Müller & \"Söhne\" </title>");
            var answer = given().urlEncodingEnabled(false).get(link.attr("href").replaceFirst("http://[^/]+", "")).then()
                    .statusCode(200).extract();
            assertThat(answer.header("Content-Type")).startsWith(type.replace("+oembed", ""));
            assertThat(answer.asString()).contains("Müller");
        }
        var withheld = publish(Map.of("headline", "Verwehrt", "rights", Map.of("syndication", "none")));
        given().get("/v1/articles/" + withheld + "?include=oembedLinks&site=" + site).then().statusCode(200).body("oembedLinks",
                nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "article", "list" })
    void theDescriptionHasTheMembersAndTheMarkupThatConsumersTake(String kind) throws Exception {
        var slug = publish(Map.of("headline", "Bleibt", "teaser", "Kurz", "authors", List.of("Ada Beispiel")));
        var page = kind.equals("article") ? "https://" + site + ".example.org/rat/" + slug
                : given().get("/feeds/articles.json").jsonPath().getString("feed_url").replaceFirst("/feeds/.*",
                        "/embed/feed?site=" + site + "&category=rat");
        for (var room : List.of(Map.<String, Integer> of(), Map.of("maxwidth", 320), Map.of("maxwidth", 200, "maxheight", 100),
                Map.of("maxwidth", 4_000, "maxheight", 4_000))) {
            var embed = given().queryParam("url", page).queryParams(room).get("/oembed").then().statusCode(200).extract()
                    .jsonPath();

            assertIsTaken(embed);
            assertThat(embed.getInt("width")).isBetween(1, room.getOrDefault("maxwidth", 600));
            assertThat(embed.getInt("height")).isBetween(1, room.getOrDefault("maxheight", Integer.MAX_VALUE));
            assertThat(xml(given().queryParam("url", page).queryParam("format", "xml").queryParams(room).get("/oembed")
                    .asString())).isEqualTo(words(embed));
        }
    }

    /** Numbers are numbers, not texts; one frame and no script, so that iframely takes it for what is shown everywhere. */
    private static void assertIsTaken(JsonPath embed) {
        assertThat(embed.getString("version")).isEqualTo("1.0");
        assertThat(embed.getString("type")).isEqualTo("rich");
        assertThat(embed.<Object> get("width")).isInstanceOf(Integer.class);
        assertThat(embed.<Object> get("height")).isInstanceOf(Integer.class);
        assertThat(embed.getInt("cache_age")).isBetween(1, 3_600);
        assertThat(embed.getString("title")).isNotBlank();
        assertThat(embed.getString("provider_name")).isNotBlank();
        var html = Jsoup.parseBodyFragment(embed.getString("html")).body();
        assertThat(html.select("script, style, [style], [onload], object, embed")).isEmpty();
        assertThat(html.select("iframe")).hasSize(1);
        var frame = html.selectFirst("iframe");
        assertThat(frame.attr("src")).matches("https?://[^\\s\"<>]+/embed/feed\\?[!-~]+");
        assertThat(frame.attr("width")).isEqualTo(embed.getString("width"));
        assertThat(frame.attr("height")).isEqualTo(embed.getString("height"));
        assertThat(frame.attr("title")).isNotBlank();
        assertThat(List.of("thumbnail_url", "thumbnail_width", "thumbnail_height").stream()
                .map(name -> embed.get(name) == null).distinct()).hasSize(1);
    }

    private static Map<String, String> words(JsonPath embed) {
        var words = new HashMap<String, String>();
        embed.<String, Object> getMap("").forEach((name, value) -> words.put(name, String.valueOf(value)));
        return words;
    }

    private static Map<String, String> xml(String text) throws Exception {
        var root = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(text))).getDocumentElement();
        var members = new HashMap<String, String>();
        for (var child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            members.put(child.getNodeName(), child.getTextContent());
        }
        return members;
    }

    private String publish(Map<String, Object> members) {
        var form = new HashMap<String, Object>(members);
        form.put("placements", List.of(Map.of("site", site, "category", "rat")));
        var draft = Callers.as("editor").contentType(ContentType.JSON).body(form).post("/v1/editorial/articles").then()
                .statusCode(201).extract();
        String slug = draft.path("slug");
        Callers.as("editor").header("If-Match", draft.header("ETag")).post("/v1/editorial/articles/" + slug + "/publish").then()
                .statusCode(200);
        return slug;
    }
}
