package org.depesche.content.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.depesche.testkit.Callers;
import org.depesche.testkit.LoggedChanges;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class EditorialSitesResourceTest {

    private static final String PATH = "/v1/editorial/sites";

    @Test
    void aNewSiteIsVisibleAtOnceAndAcceptsCategories() {
        var before = LoggedChanges.end();

        var created = post(Map.of("name", unique("Portal"), "language", "en", "url", "https://portal.example.org/de/"));

        created.then().statusCode(201).header("Location", endsWith(PATH + "/" + created.path("id")))
                .body("url", equalTo("https://portal.example.org/de")).body("default", equalTo(false))
                .body("articleUrl", equalTo("{site}/{category}/{slug}"));
        RestAssured.get("/v1/sites").then().statusCode(200).body("items.slug", hasItem((String) created.path("slug")))
                .body("items[0].slug", equalTo("default"));
        LoggedChanges.of(before, created.path("id")).body("type", contains("site.created"));
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("name", "Sport"))
                .post("/v1/editorial/categories?site=" + created.path("slug")).then().statusCode(201)
                .body("site", equalTo(created.path("slug")));
        RestAssured.get("/v1/categories?site=" + created.path("slug")).then().statusCode(200)
                .body("items.url", contains("https://portal.example.org/de/sport"));
    }

    @Test
    void renamesAreInTheChangeLogWithTheirUrls() {
        var created = post(Map.of("name", unique("Adressen"), "language", "de", "url", "https://adressen.example.org"));
        var on = "?site=" + created.path("slug");
        var before = LoggedChanges.end();

        var section = Callers.as("editor").contentType(ContentType.JSON).body(Map.of("name", "Alt"))
                .post("/v1/editorial/categories" + on).then().statusCode(201).extract();
        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", section.header("ETag"))
                .body(Map.of("slug", "neu"))
                .patch("/v1/editorial/categories/alt" + on).then().statusCode(200);

        LoggedChanges.of(before, section.path("id")).body("type", contains("category.created", "category.updated"))
                .body("url", contains("https://adressen.example.org/alt", "https://adressen.example.org/neu"))
                .body("previous[1].url", equalTo("https://adressen.example.org/alt"));
    }

    @Test
    void tagsAndAuthorsAreInTheChangeLogWithTheirUrlsOnTheDefaultSite() {
        var kind = Map.of("tags", "tag", "authors", "author");
        var site = admin().get(PATH + "/default");
        change(site, site.header("ETag")).body("{\"url\": \"https://www.example.org\"}").patch(PATH + "/default").then()
                .statusCode(200);
        try {
            kind.forEach((many, one) -> {
                var slug = "umbenannt-" + Long.toString(System.nanoTime(), 36);
                Newsroom.ensureCategory("adressen", "Adressen");
                Newsroom.importArticles("{\"headline\": \"%s\", \"category\": \"adressen\", \"%s\": [\"%s\"]}"
                        .formatted(slug, many, slug));
                var before = LoggedChanges.end();
                var view = Callers.as("editor").get("/v1/editorial/" + many + "/" + slug);
                change(view, view.header("ETag")).body(Map.of("slug", slug + "-neu"))
                        .patch("/v1/editorial/" + many + "/" + slug).then().statusCode(200);

                LoggedChanges.of(before, view.path("id")).body("type", contains(one + ".updated"))
                        .body("url", contains("https://www.example.org/" + one + "/" + slug + "-neu"))
                        .body("previous[0].url", equalTo("https://www.example.org/" + one + "/" + slug));
            });
        } finally {
            var present = admin().get(PATH + "/default");
            change(present, present.header("ETag")).body("{\"url\": null}").patch(PATH + "/default").then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "{site}/fest", "{site}/{slug}/{jahr}", "/{slug}", "ftp://example.org/{slug}", "{site}/{slug}/{",
            "https://example.org/{site}/{slug}", "{site}/{slug} {id}", "{site}{slug}", "{site}//{slug}", "{site}/#/{slug}",
            "https://{slug}.example.org/" })
    void aTemplateWithoutValidUrlsIsRejected(String template) {
        post(Map.of("name", unique("Vorlage"), "language", "de", "articleUrl", template)).then().statusCode(400)
                .body("errors.pointer", contains("/articleUrl"));
    }

    @Test
    void templatesWithOtherThanAsciiLettersAreEncodedAndCanBeChanged() {
        var created = post(Map.of("name", unique("Umlaut"), "language", "de", "url", "https://umlaut.example.org", "articleUrl",
                "{site}/für-alle/{slug}", "previewUrl", "https://umläut.example.org/prüfen/{token}"));
        created.then().statusCode(201).body("articleUrl", equalTo("{site}/f%C3%BCr-alle/{slug}"))
                .body("previewUrl", equalTo("https://xn--umlut-ira.example.org/pr%C3%BCfen/{token}"));

        var changed = change(created, created.header("ETag")).body(Map.of("articleUrl", "https://bücher.example.org/ü/{slug}"))
                .patch(path(created));
        changed.then().statusCode(200).body("articleUrl", equalTo("https://xn--bcher-kva.example.org/%C3%BC/{slug}"));
        change(created, changed.header("ETag")).body(Map.of("articleUrl", "{site}/{id}", "name", unique("Neu")))
                .patch(path(created)).then().statusCode(200);
        post(Map.of("name", unique("Lang"), "language", "de", "articleUrl", "{site}/{slug}/" + "ü".repeat(400))).then()
                .statusCode(400).body("errors.pointer", contains("/articleUrl"));
    }

    @Test
    void everyAddressOfEveryTemplateResolvesAndFormerOnesRedirectOnce() {
        var base = "https://" + UUID.randomUUID() + ".example.org/de";
        var site = post(Map.of("name", unique("Vorlagen"), "language", "de", "url", base));
        var on = "?site=" + site.path("slug");
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("slug", "de", "name", "Deutschland"))
                .post("/v1/editorial/categories" + on).then().statusCode(201);
        var slug = "vorlage-" + UUID.randomUUID();
        Newsroom.importArticles(("{\"headline\": \"Vorlage\", \"slug\": \"%s\", \"tags\": [\"%s\"], \"authors\": [\"%s\"],"
                + " \"placements\": [{\"site\": \"%s\", \"category\": \"de\"}]}").formatted(slug, "t" + slug, "a" + slug,
                        site.<String> path("slug")));
        var addresses = new LinkedHashSet<String>();
        for (var template : List.of("{site}/{id}", "{site}/{slug}-{id}.html", "{site}/?p={id}", "{site}?q={id}",
                "{site}/{slug}/", "{site}/{category}-{slug}/", "{site}/{year}/{month}/{day}/{slug}", "{site}/ä/{slug}.html",
                "https://artikel-" + slug.substring(8) + ".example.net/{slug}", base + "/x/{slug}")) {
            change(site, admin().get(path(site)).header("ETag")).body(Map.of("articleUrl", template)).patch(path(site)).then()
                    .statusCode(200);
            var article = RestAssured.get("/v1/articles/" + slug + on + "&minSequence=0");
            String url = article.path("url");

            resolve(on, url).body("id", equalTo(article.path("id"))).body("status", equalTo("current"));
            resolve(on, url + (url.contains("?") ? "&" : "?") + "utm_source=brief").body("status", equalTo("current"));
            resolve("?minSequence=0", url).body("id", equalTo(article.path("id"))).body("status", equalTo("current"));
            resolve(on, url.replaceFirst("https://[^/?]*", "")).body("status", equalTo("current"));
            addresses.forEach(former -> resolve(on, former).body("id", equalTo(article.path("id")))
                    .body("status", equalTo("moved")).body("url", equalTo(url)));
            addresses.add(url);
        }
        for (var part : List.of("/de", "/tag/t" + slug, "/author/a" + slug)) {
            resolve(on, base + part).body("status", equalTo("current")).body("url", equalTo(base + part));
            resolve(on, part).body("status", equalTo("current"));
            resolve("?minSequence=0", base + part).body("status", equalTo("current"));
        }
    }

    @Test
    void formerUrlsOfASiteAndItsArticlesStillResolve() {
        var created = post(Map.of("name", unique("Umzug"), "language", "de", "url", "https://alt.example.org/zeitung"));
        var on = "?site=" + created.path("slug");
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("slug", "sport", "name", "Sport"))
                .post("/v1/editorial/categories" + on).then().statusCode(201);
        var article = "umzug-" + UUID.randomUUID();
        Newsroom.importArticles(
                ("{\"headline\": \"Umzug\", \"slug\": \"%s\", \"placements\": [{\"site\": \"%s\", \"category\": \"sport\"}]}")
                        .formatted(article, created.<String> path("slug")));

        change(created, created.header("ETag"))
                .body(Map.of("url", "https://neu.example.org", "articleUrl", "{site}/{year}/{slug}"))
                .patch(path(created)).then().statusCode(200);

        for (var url : List.of("https://alt.example.org/zeitung/sport/" + article, "https://neu.example.org/sport/" + article,
                "/sport/" + article, "https://alt.example.org/zeitung/2024/" + article)) {
            resolve(on, url).body("status", equalTo("moved")).body("slug", equalTo(article)).body("redirect", equalTo(301));
        }
        resolve(on, "https://alt.example.org/zeitung/sport").body("kind", equalTo("category"))
                .body("status", equalTo("moved")).body("url", equalTo("https://neu.example.org/sport"));
        resolve(on, "https://neu.example.org/sport").body("status", equalTo("current"));
        RestAssured.given().queryParam("url", "https://anders.example.org/sport").get("/v1/resolve" + on).then()
                .statusCode(404);
    }

    @Test
    void concurrentRequestsCreateAndDeleteASiteOnce() throws Exception {
        var name = unique("Zugleich");
        var pool = Executors.newFixedThreadPool(6);
        try {
            Callable<Integer> making = () -> post(Map.of("slug", name.toLowerCase().replace(' ', '-'), "name", name, "language",
                    "de")).statusCode();
            assertThat(answers(pool, making)).containsOnly(201, 409).containsOnlyOnce(201);

            var path = PATH + "/" + name.toLowerCase().replace(' ', '-');
            var tag = admin().get(path).header("ETag");
            Callable<Integer> deleting = () -> admin().header("If-Match", tag).delete(path).statusCode();
            assertThat(answers(pool, deleting)).containsOnly(204, 404).containsOnlyOnce(204);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aSiteDoesNotAcceptACategoryDuringItsDeletion() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < 10; round++) {
                var site = made();
                var path = path(site); // read once: two threads must not read one response
                var sections = "/v1/editorial/categories?site=" + site.path("slug");
                Callable<Integer> deleting = () -> delete(path).statusCode();
                Callable<Integer> filling = () -> Callers.as("editor").contentType(ContentType.JSON)
                        .body(Map.of("name", "Sport")).post(sections).statusCode();

                var answers = pool.invokeAll(List.of(deleting, filling));

                assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                        .isIn(List.of(204, 409), List.of(204, 400), List.of(409, 201));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Integer> answers(ExecutorService pool, Callable<Integer> request) throws Exception {
        var answers = new ArrayList<Integer>();
        for (var answer : pool.invokeAll(Collections.nCopies(6, request))) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static ValidatableResponse resolve(String site, String url) {
        return RestAssured.given().queryParam("url", url).get("/v1/resolve" + site).then().statusCode(200);
    }

    @Test
    void allErrorsAreReportedAtOnce() {
        post(Map.of("slug", "Nicht Gut", "language", "klingonisch sprechend", "url", "https://example.org/?q=1", "previewUrl",
                "https://example.org/{slug}", "farbe", "rot")).then().statusCode(400).body("errors.pointer",
                        hasItems("/slug", "/name", "/language", "/url", "/previewUrl", "/farbe"));
    }

    @Test
    void putAcceptsTheGetResponseAndKeepsTheSlug() {
        var created = made();
        var view = admin().get(path(created));

        change(created, view.header("ETag")).body(view.asString()).put(path(created)).then().statusCode(200).header("ETag",
                view.header("ETag"));
        change(created, view.header("ETag")).body(Map.of("slug", "anders", "default", true)).patch(path(created)).then()
                .statusCode(400).body("errors.pointer", containsInAnyOrder("/slug", "/default"));
    }

    @Test
    void aPatchKeepsAbsentMembersAndNullClears() {
        var created = post(
                Map.of("name", unique("Flicken"), "language", "de", "url", "https://flicken.example.org", "articleUrl",
                        "{site}/{id}", "previewUrl", "https://flicken.example.org/vorschau/{token}"));

        change(created, created.header("ETag")).body("{\"url\": null, \"articleUrl\": null, \"previewUrl\": null}")
                .patch(path(created)).then().statusCode(200).body("url", nullValue()).body("previewUrl", nullValue())
                .body("articleUrl", equalTo("{site}/{category}/{slug}")).body("language", equalTo("de"));
    }

    @Test
    void aChangeNeedsTheETagOfTheCurrentVersion() {
        var created = made();

        admin().contentType(ContentType.JSON).body("{}").patch(path(created)).then().statusCode(428);
        change(created, created.header("ETag")).body(Map.of("name", unique("Neu"))).patch(path(created)).then().statusCode(200);
        change(created, created.header("ETag")).body(Map.of("name", "x")).patch(path(created)).then().statusCode(412);
        admin().delete(path(created)).then().statusCode(428);
    }

    @Test
    void aSiteWithCategoriesAndTheDefaultSiteAreNotDeleted() {
        var created = made();
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("name", "Sport", "slug", "sport"))
                .post("/v1/editorial/categories?site=" + created.path("slug")).then().statusCode(201);

        delete(path(created)).then().statusCode(409);
        delete(PATH + "/default").then().statusCode(409);
        delete("/v1/editorial/categories/sport", "?site=" + created.path("slug")).then().statusCode(204);
        delete(path(created)).then().statusCode(204);

        RestAssured.get("/v1/sites").then().body("items.slug", not(hasItem((String) created.path("slug"))));
        RestAssured.get("/v1/articles?site=" + created.path("slug")).then().statusCode(400);
    }

    @Test
    void onlyAdminsHaveAccess() {
        RestAssured.get(PATH).then().statusCode(401);
        Callers.as("editor").get(PATH).then().statusCode(403);
        assertThat(admin().get(PATH).then().statusCode(200).extract().<String> path("items[0].slug")).isEqualTo("default");
    }

    private static Response delete(String path) {
        return delete(path, "");
    }

    private static Response delete(String path, String query) {
        return admin().header("If-Match", admin().get(path + query).header("ETag")).delete(path + query);
    }

    private static RequestSpecification change(Response created, String tag) {
        return admin().contentType(ContentType.JSON).header("If-Match", tag);
    }

    private static Response made() {
        var created = post(Map.of("name", unique("Portal"), "language", "de"));
        created.then().statusCode(201);
        return created;
    }

    private static Response post(Map<String, ?> body) {
        return admin().contentType(ContentType.JSON).body(body).post(PATH);
    }

    private static String path(Response created) {
        return PATH + "/" + created.path("id");
    }

    private static RequestSpecification admin() {
        return Callers.as("admin");
    }

    private static String unique(String word) {
        return word + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
