package org.depesche.content.article.rendered;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.depesche.content.article.rendered.StoredRenderings.Answer;
import org.depesche.testkit.Callers;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** No change of anything that an article shows is hidden by its stored rendering, not even to a reader who comes at once. */
@QuarkusTest
class StaleRenderingTest {

    private static final String DESK = "/v1/editorial/";

    @Inject
    StoredRenderings renderings;

    private final String site = UniqueNames.of("ort");
    private final String name = UniqueNames.of("n");
    private final Map<String, String> ids = new HashMap<>();
    private SettableClock clock;

    /** Changes of what the article shows, in an order in which each alters something. */
    private Map<String, Runnable> changes() {
        var changes = new LinkedHashMap<String, Runnable>();
        changes.put("image edited", () -> patch("images/" + ids.get("image"), Map.of("credit", "Eine andere")));
        changes.put("image about to expire", () -> patch("images/" + ids.get("image"), expiry(60)));
        changes.put("image back", () -> patch("images/" + ids.get("image"), expiry(100_000)));
        changes.put("category renamed",
                () -> patch("categories/rathaus" + "?site=" + site, Map.of("name", "A", "slug", "neu")));
        changes.put("ancestor renamed", () -> patch("categories/stadt?site=" + site, Map.of("name", "B")));
        changes.put("category moved", () -> patch("categories/neu?site=" + site, Map.of("parent", "land")));
        changes.put("category merged", () -> merge("categories/neu", "?site=" + site, "land"));
        changes.put("tag renamed", () -> patch("tags/t-" + name, Map.of("name", "C " + name)));
        changes.put("tag merged", () -> merge("tags/t-" + name, "", "u-" + name));
        changes.put("author renamed", () -> patch("authors/a-" + name, Map.of("name", "D " + name)));
        changes.put("author merged", () -> merge("authors/a-" + name, "", "b-" + name));
        changes.put("author erased", () -> admin().header("If-Match", "*").post(DESK + "authors/b-" + name + "/erase").then()
                .statusCode(204));
        changes.put("site moved", () -> patchSite(Map.of("url", "https://neu.example.org")));
        changes.put("addresses changed", () -> patchSite(Map.of("articleUrl", "{site}/neu/{slug}")));
        changes.put("linked article has another slug", () -> change("linked", Map.of("slug", "neu-" + name)));
        changes.put("linked article edited", () -> change("linked", Map.of("headline", "Anders")));
        changes.put("linked article withdrawn", () -> act("linked", "withdraw", Map.of("reason", "Irrtum")));
        changes.put("linked draft published", () -> act("linkedDraft", "publish", Map.of()));
        changes.put("translation published",
                () -> published("english", Map.of("language", "en", "translationOf", ids.get("article"))));
        changes.put("translation has another slug", () -> change("french", Map.of("slug", "fr-" + name)));
        changes.put("translation gone", () -> act("french", "unpublish", Map.of()));
        changes.put("collection entered", () -> collection("zweite-" + name, "article"));
        changes.put("collection renamed", () -> editor().header("If-Match", "*").body(Map.of("name", "E"))
                .patch(DESK + "collections/serie-" + name + "?site=" + site).then().statusCode(200));
        changes.put("another part of the series", () -> act("part", "unpublish", Map.of()));
        changes.put("edited", () -> change("article", Map.of("headline", "Anders")));
        changes.put("not free any more", () -> change("article", Map.of("access", "subscribers")));
        changes.put("free again", () -> change("article", Map.of("access", "free")));
        changes.put("withdrawn", () -> act("article", "withdraw", Map.of("reason", "Irrtum")));
        return changes;
    }

    @BeforeEach
    void anArticleThatShowsMuch() {
        clock = SettableClock.install();
        admin().body(Map.of("slug", site, "name", site, "language", "de", "url", "https://alt.example.org", "articleUrl",
                "{site}/{category}/{slug}")).post(DESK + "sites").then().statusCode(201);
        category("stadt", Map.of());
        category("rathaus", Map.of("parent", "stadt"));
        category("land", Map.of());
        ids.put("image", editor().body(Map.of("alt", "Das Rathaus", "credit", "Jemand")).post(DESK + "images").then()
                .statusCode(201).extract().path("id"));
        named("tags", "t-", "u-");
        named("authors", "a-", "b-");
        published("linked", Map.of());
        published("linkedDraft", Map.of());
        act("linkedDraft", "unpublish", Map.of());
        published("part", Map.of());
        var image = Map.of("id", ids.get("image"));
        published("article", Map.of("tags", List.of("t-" + name), "authors", List.of("a-" + name), "image", image, "body",
                List.of(Map.of("type", "articleLink", "article", ids.get("linked")),
                        Map.of("type", "articleLink", "article", ids.get("linkedDraft")),
                        Map.of("type", "image", "image", image), Map.of("type", "paragraph", "html", "Eins"),
                        Map.of("type", "paragraph", "html", "Zwei"))));
        published("french", Map.of("language", "fr", "translationOf", ids.get("article")));
        collection("serie-" + name, "part", "article");
        clock.advance(Duration.ofSeconds(2));
    }

    /**
     * One test, because the articles take longer to create than to read. Thirty changes, each read fifteen times, take seconds.
     */
    @Test
    void everyChangeIsSeenAtOnce() {
        var addresses = List.of("/v1/articles/" + ids.get("article") + "?site=" + site,
                "/v1/articles/" + ids.get("article") + "?view=card&site=" + site, "/v1/articles?view=summary&site=" + site);
        changes().forEach((description, change) -> {
            var before = addresses.stream().map(this::stored).toList();

            change.run();

            var atOnce = addresses.stream().map(renderings::read).toList();
            clock.advance(Duration.ofSeconds(2));
            var later = addresses.stream().map(renderings::read).toList();
            var stored = addresses.stream().map(this::stored).toList();
            var rendered = addresses.stream().map(renderings::rendered).toList();
            assertThat(rendered.get(0)).as(description).isNotEqualTo(before.get(0));
            assertThat(atOnce).as(description).extracting(Answer::body).isEqualTo(rendered.stream().map(Answer::body).toList());
            for (var at = 0; at < addresses.size(); at++) {
                rendered.get(at).assertEqual(later.get(at), description);
                rendered.get(at).assertEqual(stored.get(at), description);
            }
        });
    }

    /** The answer when everything that it shows was stored before, if it may be. */
    private Answer stored(String address) {
        renderings.read(address);
        renderings.await();
        return renderings.read(address);
    }

    private Map<String, ?> expiry(long seconds) {
        return Map.of("rights", Map.of("expiresAt", clock.instant().plusSeconds(seconds).toString()));
    }

    private void patchSite(Map<String, String> form) {
        admin().header("If-Match", "*").body(form).patch(DESK + "sites/" + site).then().statusCode(200);
    }

    private RequestSpecification editor() {
        return Callers.as("editor").contentType(ContentType.JSON);
    }

    private RequestSpecification admin() {
        return Callers.as("admin").contentType(ContentType.JSON);
    }

    private void category(String slug, Map<String, String> more) {
        var form = new HashMap<String, String>(more);
        form.put("slug", slug);
        form.put("name", slug);
        editor().body(form).post(DESK + "categories?site=" + site).then().statusCode(201);
    }

    private void named(String kind, String... prefixes) {
        for (var prefix : prefixes) {
            editor().body(Map.of("name", prefix + name, "slug", prefix + name)).post(DESK + kind).then().statusCode(201);
        }
    }

    private void published(String key, Map<String, ?> more) {
        var form = new HashMap<String, Object>(more);
        form.put("headline", key + " " + name);
        form.put("placements", List.of(Map.of("site", site, "category", "rathaus")));
        ids.put(key, editor().body(form).post(DESK + "articles").then().statusCode(201).extract().path("id"));
        act(key, "publish", Map.of());
    }

    private void act(String article, String verb, Map<String, String> form) {
        editor().header("If-Match", "*").body(form).post(DESK + "articles/" + ids.get(article) + "/" + verb).then()
                .statusCode(200);
    }

    private void change(String article, Map<String, String> form) {
        editor().header("If-Match", "*").body(form).patch(DESK + "articles/" + ids.get(article)).then().statusCode(200);
        act(article, "publish", Map.of());
    }

    private void collection(String slug, String... articles) {
        editor().body(Map.of("name", slug, "type", "series", "articles", List.of(articles).stream().map(ids::get).toList()))
                .put(DESK + "collections/" + slug + "?site=" + site).then().statusCode(201);
    }

    private void patch(String path, Map<String, ?> form) {
        editor().header("If-Match", "*").body(form).patch(DESK + path).then().statusCode(200);
    }

    private void merge(String source, String query, String target) {
        editor().header("If-Match", "*").body(Map.of("target", target)).post(DESK + source + "/merge-into" + query).then()
                .statusCode(200);
    }
}
