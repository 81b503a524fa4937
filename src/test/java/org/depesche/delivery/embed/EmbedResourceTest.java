package org.depesche.delivery.embed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;

import org.depesche.platform.http.CacheTag;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.UniqueNames;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
class EmbedResourceTest {

    private static final String ARTICLES = "/v1/editorial/articles";

    @Test
    void theScriptIsServedToPagesOfEveryOrigin() {
        var script = given().get("/embed.js").then().statusCode(200)
                .header("Content-Type", equalTo("text/javascript;charset=utf-8")).header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin").header("Timing-Allow-Origin", "*")
                .header("X-Content-Type-Options", "nosniff").header("Cache-Control", startsWith("public, max-age=300"))
                .header("Set-Cookie", equalTo(null)).extract();

        given().header("If-None-Match", script.header("ETag")).get("/embed.js").then().statusCode(304);
        given().header("Accept-Encoding", "gzip").get("/embed.js").then().header("Content-Encoding", "gzip");
        given().get("/embed.js?utm_source=x&_=1").then().statusCode(200);
        given().get("/embed.js?version=2").then().statusCode(400);
        given().post("/embed.js").then().statusCode(405);
    }

    @Test
    void theHashedScriptIsTheOneThatTheBuilderPrints() throws Exception {
        var form = Jsoup.parse(given().get("/docs/embed").then().statusCode(200).extract().asString()).selectFirst("form");
        var path = form.attr("data-script");
        var bytes = given().get(path).then().statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, s-maxage=31536000, immutable"))
                .header("Access-Control-Allow-Origin", "*").header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Timing-Allow-Origin", "*").header("Content-Type", "text/javascript;charset=utf-8").extract()
                .asByteArray();

        assertThat(path).matches("/embed/[0-9a-f]{16}\\.js");
        assertThat(form.attr("data-integrity")).isEqualTo(
                "sha384-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(bytes)));
        assertThat(bytes).isEqualTo(given().get("/embed.js").asByteArray());
    }

    @Test
    void aVersionOfAFormerReleaseIsStillServed() {
        given().get("/embed/0ba54a709573fd5c.js").then().statusCode(200).header("Cache-Control", containsString("immutable"))
                .body(containsString("former release"));
        given().get("/embed/0123456789abcdef.js").then().statusCode(404);
    }

    @Test
    void thePageForFramesHasWhatPartnersMayTake() {
        var category = category();
        publish(category, Map.of("headline", "Müller & <Söhne>"));
        publish(category, Map.of("headline", "Verwehrt", "rights", Map.of("syndication", "none")));
        publish(category, Map.of("headline", "Kauft", "advertising", Map.of("sponsor", Map.of("name", "Stadtwerke"))));

        var page = page("/embed/feed?category=" + category + "&limit=3&layout=cards&theme=auto&utm_source=x");

        assertThat(page.select("li").eachText()).containsExactly("Anzeige: Kauft", "Müller & <Söhne>");
        var feed = page.selectFirst("depesche-feed");
        assertThat(feed.attr("category")).isEqualTo(category);
        assertThat(feed.attr("layout")).isEqualTo("cards");
        assertThat(feed.attr("limit")).isEqualTo("3");
        assertThat(page.selectFirst("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
        assertThat(page.select("[style], [onclick], script:not([src])")).isEmpty();
        var discovery = page.selectFirst("link[type=application/json+oembed]").attr("href").replaceFirst("http://[^/]+", "");
        given().urlEncodingEnabled(false).get(discovery).then().statusCode(200).body("type", equalTo("rich"))
                .body("html", containsString("/embed/feed?category=" + category));
    }

    @Test
    void thePageForFramesIsKeptAndChecked() {
        var category = category();
        var path = "/embed/feed?category=" + category;
        var first = given().get(path).then().statusCode(200).header("Content-Type", "text/html;charset=utf-8")
                .header("Content-Security-Policy", containsString("frame-ancestors 'self' *"))
                .header("Content-Security-Policy", containsString("require-trusted-types-for 'script'"))
                .header("Content-Security-Policy", containsString("img-src 'self' http://localhost:" + RestAssured.port))
                .header("Content-Security-Policy", not(containsString("unsafe"))).header("X-Frame-Options", equalTo(null))
                .header("Set-Cookie", equalTo(null)).extract();

        given().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(304);
        assertThat(given().get(path).header("Cache-Status")).contains("hit");
        publish(category, Map.of("headline", "Neu"));
        given().get(path).then().header("ETag", not(equalTo(first.header("ETag")))).body(containsString("Neu"));
        given().get("/embed/feed?limit=0&layout=grid&categry=x").then().statusCode(400)
                .body("errors.parameter", containsInAnyOrder("limit", "layout", "categry"));
        given().get("/embed/feed?category=" + UniqueNames.of("nie")).then().statusCode(400);
        given().get("/embed/feed?ids=01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11&category=" + category).then().statusCode(400)
                .body("errors[0].parameter", equalTo("category"));
    }

    @Test
    void aFrameWithoutAFeedSaysSoToReaders() {
        for (var path : new String[] { "/embed/feed?category=" + UniqueNames.of("weg") + "&lang=de-AT",
                "/embed/feed?x=1&lang=de",
                "/embed/feed?site=" + UniqueNames.of("weg") + "&lang=de" }) {
            var page = Jsoup.parse(given().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").get(path).then()
                    .statusCode(400).header("Content-Type", "text/html;charset=utf-8").header("X-Robots-Tag", "noindex")
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Cache-Control", "no-store").extract().asString());

            assertThat(page.body().text()).isEqualTo("Diese Nachrichten sind nicht verfügbar.");
            assertThat(page.selectFirst("meta[name=robots]").attr("content")).isEqualTo("noindex");
        }
        given().header("Accept", "text/html").get("/embed/feed?limit=0").then().statusCode(400)
                .body(containsString("This news is not available."));
        given().header("Accept", "text/html").get("/v1/articles?limit=0").then().contentType("application/problem+json");
    }

    @Test
    void theFrameWithoutScriptsNamesThePublisher() {
        var publisher = given().get("/v1/sites").then().extract().<String> path("items[0].name");

        assertThat(page("/embed/feed").select("noscript > p").text()).isEqualTo(publisher);
    }

    @Test
    void oembedShowsAnArticleAsAQuoteWithAFrame() {
        var category = category();
        var slug = publish(category, Map.of("headline", "Müller & <Söhne>", "teaser", "Kurz \"gesagt\""));

        var embed = oembed("/" + category + "/" + slug, "&dnt=1&omit_script=true").then().statusCode(200)
                .header("Content-Type", "application/json;charset=utf-8").header("Access-Control-Allow-Origin", "*")
                .header("ETag", startsWith("\"")).body("version", equalTo("1.0")).body("type", equalTo("rich"))
                .body("title", equalTo("Müller & <Söhne>")).body("cache_age", equalTo(300)).body("width", equalTo(600))
                .extract()
                .jsonPath();

        var html = Jsoup.parseBodyFragment(embed.getString("html"));
        assertThat(html.select("blockquote p").eachText()).contains("Müller & <Söhne>", "Kurz \"gesagt\"");
        var frame = html.selectFirst("iframe");
        assertThat(frame.attr("title")).isEqualTo("Müller & <Söhne>");
        assertThat(frame.attr("height")).isEqualTo(embed.getString("height"));
        assertThat(page(frame.attr("src").replaceFirst("http://[^/]+", "")).select("li").eachText())
                .containsExactly("Müller & <Söhne>");
    }

    @Test
    void oembedDescribesTheFrameOfEachSite() {
        var slug = UniqueNames.of("zweit");
        String id = Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("slug", slug, "name", "Blatt " + slug, "language", "de", "url", "https://zweit.example.org"))
                .post("/v1/editorial/sites").then().statusCode(201).extract().path("id");
        var tag = CacheTag.site(UUID.fromString(id)).toString();
        var pages = Jsoup.parse(given().get("/embed/feed").asString()).selectFirst("link[type=application/json+oembed]")
                .attr("href").replaceFirst(".*url=", "").replaceFirst("%3F.*", "").replace("%3A", ":").replace("%2F", "/");

        oembed(pages + "?limit=3&site=" + slug, "").then().statusCode(200).header("Surrogate-Key", containsString(tag))
                .body("title", equalTo("Blatt " + slug)).body("provider_name", equalTo("Blatt " + slug))
                .body("provider_url", equalTo("https://zweit.example.org")).body("html", containsString("site=" + slug));
        oembed(pages, "").then().statusCode(200).header("Surrogate-Key", not(containsString(tag)))
                .body("title", not(equalTo("Blatt " + slug)));
        oembed(pages + "?site=" + UniqueNames.of("nie"), "").then().statusCode(404)
                .body("detail", containsString("There is no site"));
        oembed(pages + "?site=%", "").then().statusCode(404);
    }

    @Test
    void oembedRefusesWhatIsTooLongForAnAddress() {
        oembed("/" + "x".repeat(1_999), "").then().statusCode(404);
        oembed("/" + "x".repeat(2_000), "&maxwidth=0").then().statusCode(400)
                .body("errors.parameter", containsInAnyOrder("url", "maxwidth"));
    }

    /** The elements and attributes that WordPress leaves in the HTML of a provider that it does not know. */
    @Test
    void theQuoteAndTheFrameSurviveWordPress() {
        var category = category();
        var slug = publish(category, Map.of("headline", "Bleibt", "teaser", "Kurz"));
        var allowed = Safelist.none().addTags("a", "blockquote", "iframe").addAttributes("a", "href")
                .addAttributes("iframe", "src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling",
                        "title");

        var clean = Jsoup.parseBodyFragment(Jsoup.clean(oembed("/" + category + "/" + slug, "").jsonPath().getString("html"),
                "http://localhost", allowed));

        assertThat(clean.select("blockquote").text()).contains("Bleibt", "Kurz");
        var frame = clean.selectFirst("iframe");
        assertThat(page(frame.attr("src").replaceFirst("http://[^/]+", "")).select("li").eachText()).containsExactly("Bleibt");
        assertThat(frame.attr("height")).isNotEmpty();
    }

    @Test
    void oembedKeepsToTheRoomThatTheConsumerHas() {
        var category = category();
        var slug = publish(category, Map.of("headline", "Platz"));

        var embed = oembed("/" + category + "/" + slug, "&maxwidth=320&maxheight=90").then().statusCode(200).extract()
                .jsonPath();

        assertThat(embed.getInt("width")).isEqualTo(320);
        assertThat(embed.getInt("height")).isEqualTo(90);
        assertThat(Jsoup.parse(embed.getString("html")).selectFirst("iframe").attr("width")).isEqualTo("320");
        assertThat(oembed("/" + category + "/" + slug, "&maxwidth=4000").jsonPath().getInt("width")).isEqualTo(600);
        oembed("/" + category + "/" + slug, "&maxwidth=0").then().statusCode(400);
    }

    @Test
    void theFrameOfOembedHasRoomForTheWords() {
        var category = category();
        var brief = publish(category, Map.of("headline", "Kurz"));
        var wordy = publish(category,
                Map.of("headline", "Lang", "teaser", "Ein Satz von vierzig Buchstaben Länge. ".repeat(40)));

        var low = oembed("/" + category + "/" + brief, "").jsonPath().getInt("height");
        var high = oembed("/" + category + "/" + wordy, "").jsonPath().getInt("height");

        // 1,560 letters are at least 22 lines of 22.4 pixels in a frame of 600 pixels
        assertThat(high - low).isBetween(22 * 22, 35 * 22);
    }

    @Test
    void oembedIsAlsoXml() throws Exception {
        var category = category();
        var slug = publish(category, Map.of("headline", "5 < 6 & 7"));

        var answer = oembed("/" + category + "/" + slug, "&format=xml").then().statusCode(200)
                .header("Content-Type", "text/xml;charset=utf-8").extract().asString();

        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(answer)))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("oembed");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("5 < 6 & 7");
        assertThat(root.getElementsByTagName("html").item(0).getTextContent()).contains("<iframe");
    }

    @Test
    void whatPartnersMayNotHaveIsNotFound() {
        var category = category();
        var withheld = publish(category, Map.of("headline", "Verwehrt", "rights", Map.of("syndication", "none")));
        var withdrawn = publish(category, Map.of("headline", "Weg"));
        oembed("/" + category + "/" + withdrawn, "").then().statusCode(200);
        withdraw(withdrawn);

        oembed("/" + category + "/" + withheld, "").then().statusCode(404);
        oembed("/" + category + "/" + withdrawn, "").then().statusCode(404);
        oembed("/" + category + "/nie-gab-es-das", "").then().statusCode(404);
        oembed("/" + category, "").then().statusCode(404);
        oembed("::::", "").then().statusCode(404);
    }

    @Test
    void onlyTheFormatsOfTheStandardAreImplemented() {
        given().get("/oembed?url=/x&format=yaml").then().statusCode(501)
                .body("type", containsString("/problems/not-implemented"));
        given().get("/oembed").then().statusCode(400).body("errors[0].parameter", equalTo("url"));
    }

    private static Response oembed(String url, String more) {
        return given().urlEncodingEnabled(false)
                .get("/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more);
    }

    private static Document page(String path) {
        return Jsoup.parse(given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().asString());
    }

    private static String category() {
        var slug = UniqueNames.of("ressort");
        Newsroom.ensureCategory(slug, "Ressort " + slug);
        return slug;
    }

    private static String publish(String category, Map<String, Object> members) {
        var form = new HashMap<String, Object>(members);
        form.put("category", category);
        var draft = Callers.as("editor").contentType(ContentType.JSON).body(form).post(ARTICLES).then().statusCode(201)
                .extract();
        String slug = draft.path("slug");
        Callers.as("editor").header("If-Match", draft.header("ETag")).post(ARTICLES + "/" + slug + "/publish").then()
                .statusCode(200);
        return slug;
    }

    private static void withdraw(String slug) {
        var tag = Callers.as("admin").get(ARTICLES + "/" + slug).header("ETag");
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("reason", "Irrtum"))
                .post(ARTICLES + "/" + slug + "/withdraw").then().statusCode(200);
    }
}
