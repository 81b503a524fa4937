package org.depesche.content.article.rendered;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.depesche.content.article.rendered.StoredRenderings.Answer;
import org.depesche.content.article.view.StorableArticleRenderer;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/**
 * What is stored equals what is rendered: bytes, entity tag, date, cache tags. It takes some seconds, because every form of
 * each sample article is read twice.
 */
@QuarkusTest
class RenderedArticlesTest {

    private static final String DESK = "/v1/editorial/articles";
    private static final List<String> VIEWS = List.of("", "&view=card", "&view=summary", "&include=renditions",
            "&fields=image,headline,url",
            "&fields=body,serial,tags&include=renditions");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Inject
    StoredRenderings renderings;

    private final String site = UniqueNames.of("ort");
    private SettableClock clock;
    private String series = "";

    @BeforeEach
    void aCategory() {
        clock = SettableClock.install();
        Callers.as("admin").contentType(ContentType.JSON).body(Map.of("slug", site, "name", "Ort", "language", "de", "url",
                "https://www.example.org", "articleUrl", "{site}/{category}/{slug}", "machineUse",
                Map.of("search", "allowed", "textAndDataMining", "licence", "licenceUrl", "https://www.example.org/lizenz")))
                .post("/v1/editorial/sites").then()
                .statusCode(201);
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("slug", "ressort", "name", "Gerendert & „mehr“"))
                .post("/v1/editorial/categories?site=" + site).then().statusCode(201);
    }

    /** Pictures and the service's own host say what the strictest of all sites says. */
    @AfterEach
    void thePolicyIsWithdrawn() {
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", "*").body("{\"machineUse\": null}")
                .patch("/v1/editorial/sites/" + site).then().statusCode(200);
    }

    @Test
    void everyArticleIsStoredAsItIsRendered() {
        var articles = new ArrayList<>(generated());
        articles.addAll(sample());
        clock.advance(Duration.ofSeconds(2)); // the second of a change has no date
        var isStored = new HashMap<String, Boolean>();
        for (var article : articles.stream().distinct().toList()) {
            for (var view : VIEWS) {
                var address = "/v1/articles/" + article + "?site=" + site + view;
                var rendered = renderings.rendered(address);
                var before = renderings.count("stored");

                rendered.assertEqual(renderings.read(address), address);
                isStored.put(address, renderings.count("stored") > before);
            }
        }

        assertThat(renderings.read("/v1/articles/" + articles.get(0) + "?site=" + site).headers().get("tdm-policy"))
                .contains("/v1/");
        assertThat(isStored.entrySet().stream().filter(stored -> !stored.getValue()).map(Map.Entry::getKey)
                // renditions are asked for seldom, and would make every stored article larger
                .filter(address -> !address.contains("renditions"))).isNotEmpty()
                .allSatisfy(address -> assertThat(given().get(address).<String> path("access")).isNotEqualTo("free"));
    }

    /** Another version of the service may run beside this one, and must not show what this one rendered in another way. */
    @Test
    void theRenderVersionChangesWithTheBytes() throws IOException {
        var text = new StringBuilder();
        sample().forEach(article -> text.append(given().get("/v1/articles/" + article + "?site=" + site).then().statusCode(200)
                .extract().asString()).append('\n'));
        var known = new HashMap<String, String>();
        var same = ID.matcher(text.toString().replace(site, "ort").replaceAll("\"serial\":\\d+", "\"serial\":0"))
                .replaceAll(id -> known.computeIfAbsent(id.group(), next -> "id-" + known.size()));
        var hash = sha256(same);

        assertThat(Files.readAllLines(Path.of("src/test/resources/golden/rendered/versions.txt")))
                .as("articles are rendered in another way: increase StorableArticleRenderer.VERSION and add its line")
                .endsWith(StorableArticleRenderer.VERSION + " " + hash);
    }

    @Test
    void everyListShowsItemsAsTheyAreRendered() {
        generated();
        var ids = given().get("/v1/articles?limit=20&site=" + site).then().extract().<List<String>> path("items.id");
        var sequence = given().get("/v1/articles?limit=1").header("Depesche-Sequence");
        for (var list : List.of("/v1/articles?limit=50", "/v1/articles?category=ressort",
                "/v1/categories/ressort/articles?sort=publishedAt", "/v1/articles?hasImage=true&total=true",
                "/v1/articles?ids=" + String.join(",", ids), "/v1/categories/ressort/articles?ids=" + ids.get(0),
                "/v1/articles/" + ids.get(0) + "/related?strategy=latest", "/v1/collections/" + series + "?limit=10",
                "/v1/search?q=gerendertes&minSequence=" + sequence,
                "/v1/articles/" + ids.get(0) + "?include=related&relatedStrategy=latest", "/v1/categories?include=latest")) {
            for (var view : List.of("card", "summary", "summary&fields=slug,teaser,authors")) {
                if (view.contains("fields") && list.contains("=latest")) {
                    continue;
                }
                var address = list + "&site=" + site + (list.startsWith("/v1/categories?") ? "&latestView=" : "&view=") + view;
                var rendered = cacheable(() -> renderings.rendered(address));
                var before = renderings.count("stored");

                rendered.assertEqual(cacheable(() -> renderings.read(address)), address);
                assertThat(renderings.count("stored")).as(address + rendered.body()).isGreaterThan(before);
            }
        }
    }

    /** While the index does not have the last change of any test, no cache may keep what is found. */
    private static Answer cacheable(Supplier<Answer> request) {
        Answer answer;
        do {
            answer = request.get();
        } while (answer.headers().get("Cache-Control").equals("no-store"));
        return answer;
    }

    @Test
    void whatDependsOnTheCallerIsNotStored() {
        var paid = published(Map.of("access", "subscribers", "body", paragraphs(4)));
        var address = "/v1/articles/" + paid + "?site=" + site;
        renderings.read(address);
        renderings.await();
        var before = renderings.count("stored");

        assertThat(renderings.read(address).body()).contains("Absatz 1").doesNotContain("Absatz 3");
        Callers.as("editor").get(address).then().statusCode(200).body("body.size()", org.hamcrest.Matchers.is(4));
        assertThat(renderings.read(address).headers().get("Vary")).contains("Authorization");
        assertThat(renderings.count("stored")).isEqualTo(before);
        assertThat(renderings.count("stored")).isLessThan(renderings.count("stored") + stored(address + "&view=card"));
    }

    private double stored(String address) {
        var before = renderings.count("stored");
        renderings.read(address);
        return renderings.count("stored") - before;
    }

    /** Caches keep the image until its expiry, and readers do not see it afterwards. */
    @Test
    void anImageIsShownUntilItsRightsExpire() {
        var expiry = clock.instant().plus(Duration.ofHours(1));
        var article = published(Map.of("image", Map.of("alt", "Befristet", "rights", Map.of("expiresAt", expiry.toString()))));
        var address = "/v1/articles/" + article + "?site=" + site;
        renderings.read(address);
        renderings.await();

        assertThat(stored(address)).isPositive();
        clock.setTo(expiry.minus(Duration.ofMinutes(10)));
        assertThat(stored(address)).isPositive();
        var soonExpired = renderings.read(address);
        assertThat(soonExpired.body()).contains("Befristet");
        renderings.rendered(address).assertEqual(soonExpired, address);
        clock.setTo(expiry);
        assertThat(renderings.read(address).body()).doesNotContain("Befristet");
    }

    /** Articles with everything that an article can show. */
    private List<String> generated() {
        var first = published(
                Map.of("tags", List.of("Übersiel", "Wehr <b>"), "authors", List.of("Ann O’Nym"), "kicker", "€ & „Ü“",
                        "image", Map.of("alt", "Ein \"Kran\"", "width", 1200, "height", 800, "focalPoint",
                                Map.of("x", 0.3, "y", 1.0e-5)),
                        "body", paragraphs(3)));
        var linking = published(Map.of("body", List.of(Map.of("type", "articleLink", "article", first),
                Map.of("type", "box", "title", "Kasten", "body", paragraphs(1)),
                Map.of("type", "image", "image", Map.of("alt", "Im Text", "credit", "Depesche"))),
                "corrections", List.of(Map.of("at", "2026-01-01T10:00:00+01:00", "note", "War falsch.")),
                "links", List.of(Map.of("title", "Mehr", "url", "https://www.example.org/mehr")),
                "seo", Map.of("noindex", true, "title", "Suche"), "sensitive", true));
        var english = published(Map.of("language", "en", "translationOf", linking));
        var advertising = published(Map.of("advertising", Map.of("label", "Anzeige", "sponsor", Map.of("name", "Stadtwerke"))));
        series = UniqueNames.of("serie");
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("name", series, "type", "series", "articles",
                List.of(first, advertising))).put("/v1/editorial/collections/" + series + "?site=" + site).then()
                .statusCode(201);
        return List.of(first, linking, english, advertising, published(Map.of("access", "registered", "body", paragraphs(3))));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<ObjectNode> sampleArticles() {
        try (var file = RenderedArticlesTest.class.getResourceAsStream("/sample/articles.ndjson")) {
            return new ObjectMapper().readerFor(ObjectNode.class).<ObjectNode> readValues(file).readAll();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The articles of the sample newsroom, in other categories. */
    private List<String> sample() {
        var mark = "-" + site;
        var lines = new StringBuilder();
        sampleArticles().forEach(article -> {
            article.without(List.of("aliases", "origin", "placements", "categories"));
            article.put("category", "ressort").put("slug", article.get("slug").asText() + mark);
            List.of("tags", "authors").forEach(names -> {
                if (article.get(names) instanceof ArrayNode array) {
                    for (var at = 0; at < array.size(); at++) {
                        array.set(at, array.get(at).asText() + " " + site);
                    }
                }
            });
            lines.append(article).append('\n');
        });
        var text = new AtomicReference<>(lines.toString());
        sampleArticles().forEach(article -> {
            var slug = '"' + article.get("slug").asText() + '"';
            text.updateAndGet(all -> all.replace(slug, slug.substring(0, slug.length() - 1) + mark + '"'));
        });
        assertThat(Newsroom.importArticles("?site=" + site, text.get()).count("rejected")).isZero();
        return sampleArticles().stream().map(article -> article.get("slug").asText() + mark).toList();
    }

    private static List<Map<String, String>> paragraphs(int count) {
        var body = new ArrayList<Map<String, String>>();
        for (var at = 0; at < count; at++) {
            body.add(Map.of("type", "paragraph", "html", "Absatz " + at + " 😀"));
        }
        return body;
    }

    private String published(Map<String, ?> more) {
        var form = new HashMap<String, Object>(more);
        form.put("headline", UniqueNames.of("Gerendertes"));
        form.put("placements", List.of(Map.of("site", site, "category", "ressort")));
        var draft = Callers.as("editor").contentType(ContentType.JSON).body(form).post(DESK).then().statusCode(201).extract();
        return Callers.as("editor").contentType(ContentType.JSON).header("If-Match", draft.header("ETag")).body("{}")
                .post(DESK + "/" + draft.path("id") + "/publish").then().statusCode(200).extract().path("id");
    }
}
