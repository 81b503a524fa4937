package org.depesche.content.article.url;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.depesche.content.publication.PublicationFixture;
import org.depesche.content.publication.PublicationFixture.TestCategory;
import org.depesche.platform.http.CacheTag;
import org.depesche.testkit.Callers;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Resolves URLs of a site whose URL has a path. */
@QuarkusTest
class ResolveResourceTest {

    private static final String SITE = "https://www.example.org/zeitung";

    @Inject
    PublicationFixture newsroom;

    @Inject
    Jdbi jdbi;

    private TestCategory section;

    @BeforeEach
    void aSiteWithAnAddress() {
        address(SITE);
        section = newsroom.createCategory("adresse");
    }

    @AfterEach
    void noAddressAnyMore() {
        address(null);
    }

    private void address(@Nullable String url) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("update site set url = ?, former_urls = '' where is_default").bind(0, url).execute();
            handle.execute("update change_counter set value = value + 1, vocabulary = value");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { SITE, "http://example.org/zeitung", "//WWW.example.org:443/zeitung", "/zeitung", "" })
    void itsOwnAddressesAreFound(String base) {
        var draft = newsroom.newArticle(section, "Gefunden");
        draft.publish();

        resolve(base + "/" + section.slug() + "/" + draft.slug()).statusCode(200).body("status", equalTo("current"))
                .body("url", equalTo(SITE + "/" + section.slug() + "/" + draft.slug()));
        resolve(base + "/" + section.slug()).statusCode(200).body("kind", equalTo("category"))
                .body("status", equalTo("current"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://example.com/zeitung", "https://www.example.org",
            "https://example.org.evil.example/zeitung",
            "https://example.org:8443/zeitung" })
    void urlsOfOtherHostsAreNotFound(String base) {
        var draft = newsroom.newArticle(section, "Fremd");
        draft.publish();

        resolve(base + "/" + section.slug() + "/" + draft.slug()).statusCode(404);
        resolve(base + "/" + section.slug()).statusCode(404);
    }

    @Test
    void aFormerAddressOfAnotherHostIsFoundThereAndAsAPath() {
        var path = "/meldung-" + System.nanoTime();
        newsroom.newArticle(section, "Umgezogen").withAlias("https://alt.example.com" + path).publish();

        resolve("https://alt.example.com" + path).statusCode(200).body("status", equalTo("moved"));
        resolve("http://www.alt.example.com" + path + "/?utm_source=brief").statusCode(200);
        resolve(path).statusCode(200);
        resolve("https://www.example.org" + path).statusCode(200);
        resolve("https://neu.example.com" + path).statusCode(404);
    }

    @Test
    void aWithdrawnArticleIsGoneAtItsFormerUrlsToo() {
        var path = "/zurueck-" + System.nanoTime();
        var draft = newsroom.newArticle(section, "Zurück").withAlias("https://alt.example.com" + path);
        var id = draft.publish();
        newsroom.withdraw(id, "Auf Wunsch");

        for (var url : List.of(path, path + "/?utm_source=brief", "https://alt.example.com" + path,
                "/" + section.slug() + "/" + draft.slug())) {
            resolve(url).statusCode(200).body("kind", equalTo("article")).body("status", equalTo("gone"))
                    .body("id", equalTo(id.toString())).header("Surrogate-Key", containsString(CacheTag.article(id).text()));
        }
        resolve("https://neu.example.com" + path).statusCode(404);
    }

    @Test
    void theCurrentOwnerOfAUrlTakesPrecedence() {
        var former = newsroom.newArticle(section, "Stand hier");
        var present = newsroom.newArticle(section, "Steht hier");
        var path = "/" + section.slug() + "/" + present.slug();
        former.withAlias(path).publish();
        resolve(path).statusCode(200).body("id", equalTo(former.id().toString())).body("status", equalTo("moved"))
                .header("Surrogate-Key", containsString(CacheTag.LIST_ALL.text()));

        present.publish();

        for (var url : List.of(path, SITE + path, path + "/?utm_source=brief")) {
            resolve(url).statusCode(200).body("id", equalTo(present.id().toString())).body("status", equalTo("current"));
        }
    }

    @Test
    void aSectionWinsOverAnArticleThatSaysItWasThere() {
        newsroom.newArticle(section, "Anmaßung").withAlias("/" + section.slug()).publish();

        resolve("/" + section.slug()).statusCode(200).body("kind", equalTo("category")).body("status", equalTo("current"));
    }

    @Test
    void anUnpublishedArticleIsNotFoundAtItsFormerAddresses() {
        var path = "/zurueck-" + System.nanoTime();
        newsroom.unpublish(newsroom.newArticle(section, "Zurück").withAlias(path).publish());

        resolve(path).statusCode(404);
    }

    @Test
    void formerAddressesAreFoundHoweverTheyAreEscaped() {
        var number = System.nanoTime();
        newsroom.newArticle(section, "Maskiert").withAlias("/m%c3%bcller-" + number + "/%7Ea%20b").publish();

        resolve("/müller-" + number + "/~a b").statusCode(200).body("status", equalTo("moved"));
        resolve("/m%C3%BCller-" + number + "/%7ea%20b").statusCode(200);
        resolve("/m%C3%BCller-" + number + "%2F~a%20b").statusCode(404);
    }

    @Test
    void aDeletedCategoryIsGoneUntilItsSlugIsReused() {
        var slug = "geloescht-" + System.nanoTime();
        var created = category(slug);
        Callers.as("editor").header("If-Match", created.extract().header("ETag"))
                .delete("/v1/editorial/categories/" + slug).then().statusCode(204);

        resolve("/" + slug).statusCode(200).body("kind", equalTo("category")).body("status", equalTo("gone"))
                .body("id", equalTo(created.extract().path("id"))).body("slug", equalTo(slug));
        given().get("/v1/categories/" + slug).then().statusCode(404);

        category(slug);
        resolve("/" + slug).statusCode(200).body("status", equalTo("current"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "deleted", "renamed and deleted", "deleted and taken by another", "merged and deleted" })
    void anArticleIsFoundAtItsFormerUrlWhateverBecameOfTheCategory(String fate) {
        var slug = "alt-" + System.nanoTime();
        var id = category(slug).extract().<String> path("id");
        var article = newsroom.newArticle(new TestCategory(UUID.fromString(id), slug), "Umgezogen");
        article.publish();
        article.in(section).publish();

        var last = slug;
        if (fate.startsWith("renamed")) {
            last = "umbenannt-" + slug;
            change(slug,
                    request -> request.body(Map.of("slug", "umbenannt-" + slug)).patch("/v1/editorial/categories/" + slug));
        } else if (fate.startsWith("merged")) {
            last = category("ziel-" + slug).extract().path("slug");
            var target = last;
            change(slug, request -> request.body(Map.of("target", target))
                    .post("/v1/editorial/categories/" + slug + "/merge-into"));
        }
        var deleted = last;
        change(deleted, request -> request.delete("/v1/editorial/categories/" + deleted));
        if (fate.endsWith("another")) {
            category(slug);
        }

        for (var url : List.of("/" + slug + "/" + article.slug(), SITE + "/" + slug + "/" + article.slug())) {
            resolve(url).statusCode(200).body("id", equalTo(article.id().toString())).body("status", equalTo("moved"))
                    .body("url", equalTo(SITE + "/" + section.slug() + "/" + article.slug()));
        }
    }

    private static void change(String category, Function<RequestSpecification, Response> request) {
        var etag = Callers.as("editor").get("/v1/editorial/categories/" + category).header("ETag");
        request.apply(Callers.as("editor").contentType(ContentType.JSON).header("If-Match", etag)).then()
                .statusCode(lessThan(300));
    }

    private static ValidatableResponse category(String slug) {
        return Callers.as("editor").contentType(ContentType.JSON).body(Map.of("slug", slug, "name", slug))
                .post("/v1/editorial/categories").then().statusCode(201);
    }

    private static ValidatableResponse resolve(String url) {
        return given().urlEncodingEnabled(false)
                .get("/v1/resolve?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)).then();
    }
}
