package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.depesche.delivery.feed.format.FeedValidatorRules;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
class FeedsResourceTest {

    private static final String ARTICLES = "/v1/editorial/articles";

    @Test
    void aFeedHasTheArticlesOfItsCategory() {
        var category = category();
        var slug = publish(category, Map.of("headline", "Müller & Söhne: \"5 < 6\" – &amp; ist kein Fehler", "teaser", "Kurz.",
                "body", "<p>Ganz <em>lang</em>. <a href=\"#x\">Mehr</a></p>"));

        var feed = given().get("/feeds/categories/" + category + ".json").then().statusCode(200)
                .header("Content-Type", "application/feed+json;charset=utf-8").header("Vary", "Accept-Encoding, Authorization")
                .extract();

        assertThat(feed.header("Cache-Control")).startsWith("public, max-age=300, s-maxage=3600");
        assertThat(feed.header("ETag")).isNotNull();
        assertThat(feed.header("Access-Control-Allow-Origin")).isEqualTo("*");
        var json = feed.jsonPath();
        assertThat(json.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.getString("items[0].title")).isEqualTo("Müller & Söhne: \"5 < 6\" – &amp; ist kein Fehler");
        assertThat(json.getString("items[0].id")).startsWith("urn:uuid:");
        assertThat(json.getString("items[0].url")).contains(slug);
        assertThat(json.getString("items[0].content_html")).contains("<p>Ganz <em>lang</em>.");
    }

    @Test
    void withoutTheSettingThereIsNoHub() {
        given().contentType("application/x-www-form-urlencoded").body("hub.mode=subscribe").post("/websub").then()
                .statusCode(404);
        assertThat(given().get("/feeds/articles.rss").asString()).doesNotContain("rel=\"hub\"");
    }

    @Test
    void aFormerSlugRedirectsInOneHopAndKeepsTheFormat() {
        var first = category();
        publish(first, Map.of("headline", "Bleibt"));
        var second = rename(first);
        var third = rename(second);

        given().redirects().follow(false).get("/feeds/categories/" + first + ".json?utm_source=x&content=teaser").then()
                .statusCode(301).header("Location", endsWith(
                        "/feeds/categories/" + third + ".json?content=teaser"));
        given().get("/feeds/categories/" + third + ".json?_=17").then().statusCode(200);
    }

    @Test
    void eitherValidatorAloneConfirmsAFeed() {
        var clock = SettableClock.install();
        var category = category();
        publish(category, Map.of("headline", "Erstens"));
        clock.advance(Duration.ofSeconds(2)); // a second in which something changed twice is not given out before it is over
        var path = "/feeds/categories/" + category + ".json";
        var first = given().get(path).then().statusCode(200).extract();

        var modified = first.header("Last-Modified");
        assertThat(modified).isNotNull();
        given().header("If-Modified-Since", modified).get(path).then().statusCode(304).header("Last-Modified", modified)
                .header("ETag", first.header("ETag")).header("Link", first.header("Link"));
        given().header("If-None-Match", first.header("ETag").replace("\"", "")).get(path).then().statusCode(304);
        given().header("If-None-Match", "W/" + first.header("ETag")).get(path).then().statusCode(304);

        var slug = publish(category, Map.of("headline", "Zweitens"));
        clock.advance(Duration.ofSeconds(4)); // the answer of before is kept three seconds
        given().header("If-Modified-Since", modified).get(path).then().statusCode(200);
        var second = given().get(path).then().extract();
        unpublish(slug);
        clock.advance(Duration.ofSeconds(4)); // the answer of before is kept three seconds
        var third = given().header("If-Modified-Since", second.header("Last-Modified")).get(path).then().statusCode(200)
                .extract();
        assertThat(third.header("Last-Modified")).isNotIn(modified, second.header("Last-Modified"));
        assertThat(third.header("ETag")).isNotEqualTo(second.header("ETag"));
    }

    @Test
    void aDeletedCategoryIsGone() {
        var category = category();
        var tag = Callers.as("admin").get("/v1/editorial/categories/" + category).header("ETag");
        Callers.as("admin").header("If-Match", tag).delete("/v1/editorial/categories/" + category).then().statusCode(204);

        assertThat(given().get("/feeds/categories/" + category + ".json").then().statusCode(410).extract().jsonPath()
                .getList("items")).isEmpty();
        given().get("/feeds/categories/" + UniqueNames.of("nie") + ".json").then().statusCode(404);
    }

    @Test
    void archivesHaveEachArticleOnce() {
        var category = category();
        var lines = new StringBuilder();
        for (var i = 0; i < 260; i++) {
            lines.append("{\"headline\":\"Nr. %d\",\"category\":\"%s\",\"publishedAt\":\"2024-%02d-%02dT10:00:00Z\"}%n"
                    .formatted(i, category, 1 + i / 130, 1 + i % 28));
        }
        Newsroom.importArticles(lines.toString());

        var ids = new ArrayList<String>();
        var next = "/feeds/categories/" + category + ".json";
        for (var pages = 0; next != null && pages < 20; pages++) {
            var page = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
            ids.addAll(page.getList("items.id"));
            next = page.getString("next_url");
            next = next == null ? null : next.replaceFirst("http://[^/]+", "");
        }

        assertThat(ids).hasSize(260).doesNotHaveDuplicates();
    }

    @Test
    void withoutAKeyAFeedHasWhatPartnersMayTake() {
        var category = category();
        publish(category, Map.of("headline", "Ganz", "teaser", "Kurz", "body", "<p>Text von Ganz</p>"));
        publish(category, Map.of("headline", "Angekündigt", "teaser", "Kurz", "body", "<p>Text von Angekündigt</p>", "rights",
                Map.of("syndication", "teaser")));
        var withheld = publish(category, Map.of("headline", "Verwehrt", "rights", Map.of("syndication", "none")));
        var list = "/v1/categories/" + category + "/articles?view=full&include=bodyHtml";

        for (var format : List.of("json", "rss", "atom")) {
            var path = "/feeds/categories/" + category + "." + format;
            var partners = given().get(path).then().statusCode(200).extract().asString();
            assertThat(partners).contains("Ganz", "Text von Ganz", "Angekündigt").doesNotContain("Text von Angekündigt",
                    "Verwehrt");
            assertThat(Callers.as("reader").get(path).asString()).contains("Text von Angekündigt", "Verwehrt");
            assertThat(Callers.as("reader").get(path + "?usage=syndication").asString()).doesNotContain("Verwehrt");
            assertThat(given().get(path).asString()).isEqualTo(partners);
        }
        var items = given().get(list + "&usage=syndication").then().statusCode(200).extract().jsonPath();
        assertThat(items.getList("items.headline")).containsExactly("Angekündigt", "Ganz");
        assertThat(items.getString("items[1].attribution.name")).isNotBlank();
        assertThat(items.getString("items[0].bodyHtml")).isNull();
        assertThat(items.getBoolean("items[0].truncated")).isTrue();
        assertThat(given().get(list).jsonPath().getList("items.headline")).contains("Verwehrt");
        given().get("/v1/articles/" + withheld + "?usage=syndication").then().statusCode(404);
        given().get("/v1/articles/" + withheld).then().statusCode(200);
    }

    /** Its headline leaves with no other article either. */
    @Test
    void aLinkToAnArticleThatPartnersMayNotHaveIsLeftOut() {
        var category = category();
        var withheld = publish(category, Map.of("headline", "Verwehrt", "rights", Map.of("syndication", "none")));
        var slug = publish(category, Map.of("headline", "Ganz", "body", List.of(Map.of("type", "paragraph", "html", "Text"),
                Map.of("type", "articleLink", "article", withheld))));

        for (var path : List.of("/feeds/categories/" + category + ".json", "/feeds/categories/" + category + ".atom",
                "/feeds/articles/" + slug + ".md", "/feeds/articles/" + slug + ".ninjs.json",
                "/v1/articles/" + slug + "?usage=syndication&include=bodyHtml,bodyText")) {
            assertThat(given().get(path).then().statusCode(200).extract().asString()).as(path).contains("Text")
                    .doesNotContain("Verwehrt", "verwehrt");
        }
        assertThat(given().get("/v1/articles/" + slug).asString()).contains("Verwehrt");
    }

    @Test
    void aTranslationThatPartnersMayNotHaveIsNowhere() {
        var category = category();
        var slug = publish(category, Map.of("headline", "Ganz", "language", "de"));
        var withheld = publish(category, Map.of("headline", "Withheld", "language", "en", "translationOf", slug, "rights",
                Map.of("syndication", "none")));
        var allowed = publish(category, Map.of("headline", "Permis", "language", "fr", "translationOf", slug));

        for (var path : List.of("/v1/articles/" + slug + "?include=related,jsonLd,oembedLinks",
                "/v1/categories/" + category + "/articles?translations=all&view=full",
                "/v1/articles?ids=" + given().get("/v1/articles/" + slug).path("id") + "&view=full")) {
            assertThat(given().get(path).then().statusCode(200).extract().asString()).as(path).contains(withheld, allowed);
            assertThat(given().get(path + "&usage=syndication").then().statusCode(200).extract().asString()).as(path)
                    .contains(allowed).doesNotContain(withheld);
        }
    }

    @Test
    void aFormerSlugTellsPartnersNoPresentSlugOfAnArticleThatTheyMayNotHave() {
        var former = publish(category(), Map.of("headline", "Verwehrt", "rights", Map.of("syndication", "none")));
        var present = UniqueNames.of("neu");
        changeSlug(former, present);

        for (var ref : List.of(former, present, present.toUpperCase(Locale.ROOT))) {
            for (var path : List.of("/v1/articles/" + ref + "?usage=syndication", "/feeds/articles/" + ref + ".md",
                    "/feeds/articles/" + ref + ".ninjs.json")) {
                var answer = given().redirects().follow(false).get(path).then().statusCode(404).extract();
                assertThat(answer.path("detail").toString()).as(path).doesNotContain(present);
            }
        }
        given().redirects().follow(false).get("/v1/articles/" + former).then().statusCode(301);
    }

    @Test
    void anImageThatPartnersMayNotShowIsNowhere() {
        var category = category();
        var forbidden = Map.of("src", "https://media.example.org/" + category + ".jpg", "alt", "Bild", "credit", "Agentur",
                "rights", Map.of("syndication", "forbidden"));
        publish(category, Map.of("headline", "Bild", "image", forbidden, "body",
                List.of(Map.of("type", "paragraph", "html", "Text"), Map.of("type", "image", "image", forbidden))));

        for (var format : List.of("json", "rss", "atom")) {
            for (var place : List.of("media", "inline", "both", "enclosure")) {
                var path = "/feeds/categories/" + category + "." + format + "?leadImage=" + place;
                assertThat(given().get(path).asString()).contains("Text").doesNotContain(category + ".jpg");
                assertThat(Callers.as("reader").get(path).asString()).contains(category + ".jpg");
            }
        }
    }

    @Test
    void theLeadImageIsOnceInTheContent() {
        var category = category();
        publish(category, Map.of("headline", "Bild", "body", "<p>Text</p>", "image",
                Map.of("src", "https://media.example.org/lead.jpg", "alt", "Bild", "credit", "Thomas Imo/photothek.de", "width",
                        1280, "height", 853)));
        var path = "/feeds/categories/" + category + ".rss";

        assertThat(given().get(path).asString()).containsOnlyOnce("<img src=").contains(
                "<small>Thomas Imo/photothek.de</small>", "<media:thumbnail").doesNotContain("<media:content");
        assertThat(given().get(path + "?content=teaser").asString()).contains(
                "<media:credit>Thomas Imo/photothek.de</media:credit>", "medium=\"image\"").doesNotContain("<img");
        assertThat(given().get(path + "?leadImage=enclosure").asString()).contains(
                "<enclosure url=\"https://media.example.org/lead.jpg\" length=\"0\" type=\"image/jpeg\"");
    }

    @Test
    void paidTextIsInNoAnonymousFeed() {
        var category = category();
        publish(category, Map.of("headline", "Bezahlt", "access", "subscribers", "body",
                "<p>Eins</p><p>Zwei</p><p>Kanarienvogel</p>"));

        for (var format : List.of("json", "rss", "atom")) {
            for (var query : List.of("", "?content=full", "?usage=syndication&content=full")) {
                var text = given().get("/feeds/categories/" + category + "." + format + query).then().statusCode(200).extract()
                        .asString();
                assertThat(text).contains("Zwei", "Weiterlesen").doesNotContain("Kanarienvogel");
            }
        }
    }

    @Test
    void anArticleKeepsTheGuidOfItsFormerFeed() {
        var category = category();
        Newsroom.importArticles("{\"headline\":\"Alt\",\"category\":\"%s\",\"publishedAt\":\"2024-10-01T10:00:00Z\",\"origin\":"
                .formatted(category)
                + "{\"system\":\"wp\",\"id\":\"%s\",\"guid\":\"https://old.example/?p=7\"}}".formatted(category));

        assertThat(given().get("/feeds/categories/" + category + ".rss").asString()).contains(
                "<guid isPermaLink=\"false\">https://old.example/?p=7</guid>");
        assertThat(given().get("/feeds/categories/" + category + ".json").jsonPath().getString("items[0].id")).isEqualTo(
                "https://old.example/?p=7");
        assertThat(given().get("/v1/categories/" + category + "/articles?view=full").asString()).doesNotContain("old.example");
    }

    /** Systems have given one GUID twice, and an article that was withdrawn may be imported as another one. */
    @Test
    void articlesWithOneFormerGuidAreTwoItems() {
        var category = category();
        var guid = "https://old.example/" + category;
        Newsroom.importArticles(article(category, guid, 1) + "\n" + article(category, guid, 2));
        var path = "/feeds/categories/" + category;

        assertThat(given().get(path + ".json").jsonPath().<String> getList("items.id")).hasSize(2).contains(guid)
                .anyMatch(id -> id.startsWith("urn:uuid:"));
        assertThat(given().get(path + ".rss").asString()).containsOnlyOnce(">" + guid + "</guid>");

        given().get("/v1/categories/" + category + "/articles").jsonPath().<String> getList("items.slug")
                .forEach(FeedsResourceTest::withdraw);
        Newsroom.importArticles(article(category, guid, 3));

        assertThat(given().get(path + ".atom").asString()).containsOnlyOnce(guid).contains("<id>" + guid + "</id>");
    }

    private static String article(String category, String guid, int number) {
        return """
                {"headline":"Alt","category":"%s","publishedAt":"2024-10-0%dT10:00:00Z",\
                "origin":{"system":"wp","id":"%s-%d","guid":"%s"}}""".formatted(category, number, category, number, guid);
    }

    @Test
    void atomRemembersWhatWasWithdrawn() {
        var category = category();
        var other = category();
        var slug = publish(category, Map.of("headline", "Weg"));
        var id = given().get("/v1/articles/" + slug).<String> path("id");
        withdraw(slug);

        assertThat(given().get("/feeds/categories/" + category + ".atom").asString()).contains(
                "<at:deleted-entry ref=\"urn:uuid:" + id + "\"");
        assertThat(given().get("/feeds/categories/" + other + ".atom").asString()).doesNotContain(id);
    }

    /** F3: a withdrawal elsewhere does not make a stored collection stale, so that it is not in a new one either. */
    @Test
    void aCollectionRemembersItsOwnWithdrawalsAlone() {
        var category = category();
        var slugs = List.of(publish(category, Map.of("headline", "Bleibt")), publish(category, Map.of("headline", "Geht")));
        var elsewhere = publish(category, Map.of("headline", "Anderswo"));
        Callers.as("editor").contentType(ContentType.JSON)
                .body(Map.of("name", category, "type", "list", "articles", slugs))
                .put("/v1/editorial/collections/" + category).then().statusCode(201);
        var path = "/feeds/collections/" + category + ".atom";
        var member = given().get("/v1/articles/" + slugs.get(1)).<String> path("id");
        withdraw(slugs.get(1));
        var before = given().get(path).then().statusCode(200).extract().asString();
        assertThat(before).containsOnlyOnce("<at:deleted-entry").contains("ref=\"urn:uuid:" + member + "\"");

        withdraw(elsewhere);

        assertThat(given().header("Accept", "*/*, text/x-none;q=0.0000").get(path).asString()).isEqualTo(before);
    }

    @Test
    void searchesAndRelatedNewsAreFeeds() {
        var category = category();
        var word = "Quastenflosser" + category.replaceAll("[^a-z0-9]", "");
        var first = publish(category, Map.of("headline", word + " eins", "body", "<p>Text</p>"));
        publish(category, Map.of("headline", word + " zwei", "body", "<p>Text</p>"));

        assertThat(titles("/feeds/search.json?q=" + word)).containsExactly(word + " zwei", word + " eins");
        // similar articles that were stored before the second one was published are searched again in the background
        await().untilAsserted(() -> assertThat(titles("/feeds/articles/" + first + "/related.json?category=" + category))
                .containsExactly(word + " zwei"));
        given().get("/feeds/search.json").then().statusCode(400);
        given().get("/feeds/articles/nie-gab-es-das/related.rss").then().statusCode(404);
    }

    @Test
    void advertisingIsLabelled() {
        var category = category();
        publish(category, Map.of("headline", "Kauft", "body", "<p>Text</p>", "advertising",
                Map.of("sponsor", Map.of("name", "Stadtwerke"))));

        for (var format : List.of("json", "rss", "atom")) {
            assertThat(given().get("/feeds/categories/" + category + "." + format).asString()).contains("Anzeige: Kauft",
                    "Anzeige: Stadtwerke");
        }
    }

    @Test
    void theValidatorOfFeedsFindsNothingInAnArticleOfEveryBlock() throws Exception {
        var category = category();
        publish(category, Map.of("headline", "Haushalt & <Finanzen> &amp; mehr", "body", """
                <p>AT&amp;T, 5 &lt; 6 &amp;copy; <a href="#x">hier</a> <a href="/pfad?a=1&amp;b=2">dort</a></p><h2>Zwischen</h2>
                <ul><li>eins</li></ul><blockquote><p>Zitat</p></blockquote><table><caption>C</caption><tr><th>A</th></tr>
                <tr><td>1</td></tr></table>"""));
        publish(category, Map.of("headline", "Ohne Teaser", "body", List.of(
                Map.of("type", "embed", "url", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
                Map.of("type", "media", "kind", "audio", "url", "https://media.example.org/a.mp3", "mediaType", "audio/mpeg"),
                Map.of("type", "box", "title", "Kasten", "body", List.of(Map.of("type", "paragraph", "html", "Text"))))));
        for (var format : List.of("rss", "atom")) {
            for (var query : List.of("", "?content=teaser", "?leadImage=both", "?archive=2011-01")) {
                FeedValidatorRules.assertKept(given().get("/feeds/categories/" + category + "." + format + query).then()
                        .statusCode(200).extract().asByteArray());
            }
        }
    }

    /** F10: readers have neither our page nor our scripts. */
    @Test
    void addressesAreAbsoluteAndEncodedAndEmbedsAreLinks() throws Exception {
        var category = category();
        publish(category, Map.of("headline", "Adressen", "body", List.of(
                Map.of("type", "paragraph", "html", "<a href=\"https://example.org/größe und länge?q=ä&amp;b=[1]#ö\">a</a> "
                        + "<a href=\"#weiter\">b</a> <a href=\"mailto:rat@example.org\">c</a> <code>href=\"#d\"</code>"),
                Map.of("type", "image", "image", Map.of("src", "https://media.example.org/Größe Überblick.jpg", "alt", "Bild")),
                Map.of("type", "file", "url", "https://example.org/Über sicht.pdf", "title", "Übersicht"),
                Map.of("type", "embed", "url", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "title", "Film", "preview",
                        Map.of("src", "https://media.example.org/vorschau.jpg", "alt", "Standbild", "credit", "Sender")))));

        for (var format : List.of("rss", "atom")) {
            FeedValidatorRules.assertKept(given().get("/feeds/categories/" + category + "." + format).asByteArray());
        }
        var html = Jsoup.parseBodyFragment(given().get("/feeds/categories/" + category + ".json").jsonPath()
                .getString("items[0].content_html"));
        assertThat(html.select("a").eachAttr("href")).contains("mailto:rat@example.org",
                "https://example.org/%C3%9Cber%20sicht.pdf");
        assertThat(html.select("a[href^=#]")).isEmpty();
        assertThat(html.select("code").text()).isEqualTo("href=\"#d\"");
        assertThat(html.select("figure a[href=https://www.youtube.com/watch?v=dQw4w9WgXcQ] img").attr("src"))
                .isEqualTo("https://media.example.org/vorschau.jpg");
        assertThat(html.select("figure:has(a) figcaption").text()).isEqualTo("Sender");
        assertThat(html.select("p > a[href*=youtube]").text()).isEqualTo("Film (YouTube)");
    }

    @Test
    void anUnknownParameterIsNamed() {
        given().get("/feeds/articles.json?contents=full").then().statusCode(400);
        given().get("/feeds/articles.json?archive=2024-13").then().statusCode(400);
        given().get("/feeds/articles.json?cursor=x").then().statusCode(400).body("detail", containsString("next_url"));
    }

    /** A feed takes the filters of the list; a choice of articles is none. */
    @Test
    void chosenArticlesAndCursorsOfListsAreRefusedWithWhatToUseInstead() {
        var category = category();
        publish(category, Map.of("headline", "Eins"));
        publish(category, Map.of("headline", "Zwei"));
        var list = given().get("/v1/articles?limit=1&category=" + category).then().statusCode(200).extract();
        for (var feed : List.of("articles.rss", "categories/" + category + ".atom", "search.json")) {
            var path = "/feeds/" + feed + (feed.startsWith("search") ? "?q=x&" : "?");
            given().get(path + "ids=" + list.path("items[0].id")).then().statusCode(400)
                    .contentType("application/problem+json").body("errors.parameter", hasItem("ids"))
                    .body("detail", containsString("a collection has a feed of them"));
            given().get(path + "cursor=" + list.path("page.nextCursor")).then().statusCode(400)
                    .body("errors.parameter", hasItem("cursor")).body("detail", containsString("older items"));
            given().get(path + "page=2").then().statusCode(400).body("detail", containsString("follow the link of the feed"));
        }
    }

    @Test
    void aFeedInAnOrderOfItsOwnHasNoArchive() {
        for (var feed : List.of("collections/front", "articles/erstes/related")) {
            given().get("/feeds/" + feed + ".json?archive=2024-10").then().statusCode(400)
                    .body("errors.size()", equalTo(1)).body("errors[0].parameter", equalTo("archive"))
                    .body("errors[0].detail", startsWith("`archive` is not a parameter"));
        }
    }

    static String category() {
        var slug = UniqueNames.of("ressort");
        Newsroom.ensureCategory(slug, "Ressort " + slug);
        return slug;
    }

    private static String rename(String category) {
        var slug = UniqueNames.of("umbenannt");
        var tag = Callers.as("admin").get("/v1/editorial/categories/" + category).header("ETag");
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("slug", slug))
                .patch("/v1/editorial/categories/" + category).then().statusCode(200);
        return slug;
    }

    static String publish(String category, Map<String, ?> members) {
        var form = new HashMap<String, Object>(members);
        form.put("category", category);
        var made = Callers.as("admin").contentType(ContentType.JSON).body(form).post(ARTICLES).then().statusCode(201).extract();
        var slug = made.<String> path("slug");
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", made.header("ETag")).post(
                ARTICLES + "/" + slug + "/publish").then().statusCode(200);
        return slug;
    }

    static void unpublish(String slug) {
        var tag = Callers.as("admin").get(ARTICLES + "/" + slug).header("ETag");
        Callers.as("admin").header("If-Match", tag).post(ARTICLES + "/" + slug + "/unpublish").then().statusCode(200);
    }

    private static void changeSlug(String former, String present) {
        var tag = Callers.as("admin").get(ARTICLES + "/" + former).header("ETag");
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("slug", present))
                .patch(ARTICLES + "/" + former).then().statusCode(200);
        var changed = Callers.as("admin").get(ARTICLES + "/" + present).header("ETag");
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", changed).body("{}")
                .post(ARTICLES + "/" + present + "/publish").then().statusCode(200);
    }

    private static void withdraw(String slug) {
        var tag = Callers.as("admin").get(ARTICLES + "/" + slug).header("ETag");
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("reason", "Irrtum")).post(
                ARTICLES + "/" + slug + "/withdraw").then().statusCode(200);
    }

    static List<String> titles(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath().getList("items.title");
    }
}
