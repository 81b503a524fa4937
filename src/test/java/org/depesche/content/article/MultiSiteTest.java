package org.depesche.content.article;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.testkit.Callers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Two sites in addition to the default one, an article on both, and one article on each. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MultiSiteTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String north = "nord-" + mark;
    private final String south = "sued-" + mark;
    private String both = "";
    private String bothId = "";
    private String before = "";
    private String onlyNorth = "";
    private String onlyNorthId = "";
    private String image = "";

    /** Once, but not before all tests, when the address of the service is unknown. */
    @BeforeEach
    void twoPortals() {
        if (!both.isEmpty()) {
            return;
        }
        site(north, "https://nord.example.org", "{site}/{category}/{slug}");
        site(south, "https://sued.example.org", "{site}/{year}/{slug}");
        category(north, "hafen");
        category(south, "berge");
        category(south, "hafen");
        before = get("/v1/sites", null).extract().header("Depesche-Sequence");
        var shared = published("Beide", List.of(place(north, "hafen"), place(south, "berge")), Map.of());
        both = shared.path("slug");
        bothId = shared.path("id");
        var own = published("Nur Nord", List.of(place(north, "hafen")),
                Map.of("tags", List.of("nur-nord-" + mark), "authors", List.of("nur-nord-" + mark), "image",
                        Map.of("alt", "Ein Kran", "credit", "Depesche"), "publishedAt", "2001-01-01"));
        onlyNorth = own.path("slug");
        onlyNorthId = own.path("id");
        image = get("/v1/articles/" + onlyNorth, north).statusCode(200).extract().path("image.id");
    }

    @Test
    void anArticleHasItsCategoryAndAddressOnEachSiteAndOneCanonicalAddress() {
        get("/v1/articles/" + both, north).statusCode(200).body("category.slug", equalTo("hafen"))
                .body("url", equalTo("https://nord.example.org/hafen/" + both))
                .body("canonicalUrl", equalTo("https://nord.example.org/hafen/" + both)).body("site", equalTo(north))
                .body("sites", contains(north, south));
        get("/v1/articles/" + both, south).statusCode(200).body("category.slug", equalTo("berge"))
                .body("url.startsWith('https://sued.example.org/20')", equalTo(true))
                .body("canonicalUrl", equalTo("https://nord.example.org/hafen/" + both)).body("site", equalTo(north))
                .body("sites", contains(north, south));
    }

    @Test
    void anArticleNotPlacedOnASiteIsNowhereOnIt() {
        get("/v1/articles/" + onlyNorth, north).statusCode(200);
        get("/v1/articles/" + onlyNorth, south).statusCode(404);
        get("/v1/articles/" + onlyNorthId, south).statusCode(404);
        get("/v1/articles/" + onlyNorth + "/related", south).statusCode(404);
        get("/v1/articles/" + both, "default").statusCode(404);
        get("/v1/articles?limit=100", south).statusCode(200).body("items.slug", contains(both));
        get("/v1/articles?ids=" + onlyNorthId + "," + bothId, south).statusCode(200).body("items.slug", contains(both))
                .body("missing", contains(onlyNorthId));
        get("/v1/articles/" + both + "/related", south).statusCode(200).body("items", empty());
        get("/v1/articles/" + both + "/related", north).statusCode(200).body("items.slug", contains(onlyNorth));
        get("/v1/articles/" + both + "?include=related", south).statusCode(200).body("related", empty());
        get("/v1/archive", south).statusCode(200).body("items.count", contains(1)).body("items.month", not(hasItem("2001-01")));
        get("/v1/archive", north).statusCode(200).body("items.month", hasItem("2001-01"));
    }

    @Test
    void namesAndImagesThatASiteDoesNotUseAreNotOnIt() {
        for (var kind : List.of("tags", "authors")) {
            get("/v1/" + kind, north).statusCode(200).body("items.slug", contains("nur-nord-" + mark));
            get("/v1/" + kind, south).statusCode(200).body("items", empty());
            get("/v1/" + kind + "/nur-nord-" + mark, north).statusCode(200).body("articleCount", equalTo(1));
            get("/v1/" + kind + "/nur-nord-" + mark, south).statusCode(404);
        }
        get("/v1/articles?tag=nur-nord-" + mark, south).statusCode(400);
        get("/v1/articles?author=nur-nord-" + mark, south).statusCode(400);
        get("/v1/images", north).statusCode(200).body("items.id", contains(image));
        get("/v1/images", south).statusCode(200).body("items", empty());
        get("/v1/images/" + image, south).statusCode(404);
        get("/v1/images/" + image + "/articles", south).statusCode(404);
        get("/v1/images/" + image + "/articles", north).statusCode(200).body("items.slug", contains(onlyNorth));
    }

    @Test
    void categoriesAreOfOneSiteAndCountWhatIsOnIt() {
        get("/v1/categories", north).statusCode(200).body("items.slug", contains("hafen"))
                .body("items.articleCount", contains(2)).body("items.url", contains("https://nord.example.org/hafen"));
        get("/v1/categories/hafen", south).statusCode(200).body("articleCount", equalTo(0));
        get("/v1/categories/berge", north).statusCode(404);
        get("/v1/categories/berge/articles", north).statusCode(404);
        get("/v1/categories/berge/articles", south).statusCode(200).body("items.slug", contains(both));
        get("/v1/articles?category=berge", north).statusCode(400);
        get("/v1/categories?include=latest", south).statusCode(200)
                .body("items.find { it.slug == 'berge' }.latest.slug", contains(both))
                .body("items.find { it.slug == 'hafen' }.latest", empty());
    }

    @Test
    void urlsResolveOnTheRequestedSite() {
        get("/v1/resolve?url=/hafen/" + onlyNorth, north).statusCode(200).body("kind", equalTo("article"))
                .body("status", equalTo("current"));
        get("/v1/resolve?url=/2001/" + onlyNorth, south).statusCode(404);
        get("/v1/resolve?url=/tag/nur-nord-" + mark, south).statusCode(404);
        get("/v1/resolve?url=/berge", north).statusCode(404);
        get("/v1/resolve?url=/berge", south).statusCode(200).body("kind", equalTo("category"));
    }

    @Test
    void changesAreFilteredBySite() {
        get("/v1/changes?since=" + before + "&limit=100", south).statusCode(200).body("items.id", hasItem(bothId))
                .body("items.id", not(hasItem(onlyNorthId)));
        get("/v1/changes?since=" + before + "&limit=100", north).statusCode(200).body("items.id", hasItem(onlyNorthId));
    }

    @Test
    void aCategoryIsMergedOnItsSiteAlone() {
        var there = Callers.as("editor").get("/v1/editorial/categories/berge?site=" + south);
        var here = Callers.as("editor").get("/v1/editorial/categories/hafen?site=" + north);

        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", here.header("ETag"))
                .body(Map.of("target", (String) there.path("id")))
                .post("/v1/editorial/categories/hafen/merge-into?site=" + north).then().statusCode(409);

        get("/v1/sites?minSequence=0", null).statusCode(200).body("items.find { it.slug == '" + north + "' }.url",
                equalTo("https://nord.example.org")).body("items.find { it.slug == 'none' }", nullValue());
    }

    private static ValidatableResponse get(String path, String site) {
        var asked = RestAssured.given().urlEncodingEnabled(false);
        return asked.get(site == null ? path : path + (path.contains("?") ? "&" : "?") + "site=" + site).then();
    }

    private static Map<String, String> place(String site, String category) {
        return Map.of("site", site, "category", category);
    }

    private Response published(String headline, List<?> placements, Map<String, ?> more) {
        var form = new HashMap<String, Object>(more);
        form.put("headline", headline + " " + mark);
        form.put("placements", placements);
        var article = Callers.as("editor").contentType(ContentType.JSON).body(form).post("/v1/editorial/articles");
        article.then().statusCode(201);
        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", article.header("ETag")).body("{}")
                .post("/v1/editorial/articles/" + article.path("id") + "/publish").then().statusCode(200);
        return article;
    }

    private static void site(String slug, String url, String articleUrl) {
        Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("slug", slug, "name", slug, "language", "de", "url", url, "articleUrl", articleUrl))
                .post("/v1/editorial/sites").then().statusCode(201);
    }

    private static void category(String site, String slug) {
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("slug", slug, "name", slug))
                .post("/v1/editorial/categories?site=" + site).then().statusCode(201);
    }
}
