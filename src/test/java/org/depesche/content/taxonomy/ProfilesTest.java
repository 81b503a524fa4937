package org.depesche.content.taxonomy;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Tags, authors and categories show their profiles to the public. */
@QuarkusTest
class ProfilesTest {

    private static final String EDITORIAL = "/v1/editorial/";

    @Test
    void theProfileOfAnAuthorIsPublic() {
        var image = image("Porträt");
        var author = published("authors");
        var links = List.of("https://norden.social/@jule", "https://www.example.org/jule");

        change("authors", author, Map.of("description", "Schreibt über Kommunen", "image", Map.of("id", image), "role",
                "Redakteurin", "email", "jule@example.org", "links", links)).statusCode(200).body("image.id", equalTo(image));

        for (var shown : List.of(get("/v1/authors/" + author).then(),
                get("/v1/authors?limit=100&q=" + author).then().rootPath("items[0]"))) {
            shown.statusCode(200).body("description", equalTo("Schreibt über Kommunen")).body("role", equalTo("Redakteurin"))
                    .body("email", equalTo("jule@example.org")).body("links", equalTo(links))
                    .body("image.alt", equalTo("Porträt")).body("image.src", notNullValue());
        }
    }

    @Test
    void aMergePatchClearsMembersOfAProfile() {
        var author = published("authors");
        change("authors", author, Map.of("role", "Redakteurin", "links", List.of("https://www.example.org/"))).statusCode(200);

        var cleared = new HashMap<String, Object>();
        cleared.put("role", null);
        cleared.put("links", null);
        change("authors", author, cleared).statusCode(200).body("role", nullValue()).body("links", empty());

        get("/v1/authors/" + author).then().body("role", nullValue()).body("links", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "categories" })
    void descriptionAndImageArePublic(String kind) {
        var image = image("Rathaus");
        var slug = published(kind);

        change(kind, slug, Map.of("description", "Alles vom Amt", "image", Map.of("id", image))).statusCode(200);

        get("/v1/" + kind + "/" + slug).then().statusCode(200).body("description", equalTo("Alles vom Amt"))
                .body("image.id", equalTo(image)).body("image.alt", equalTo("Rathaus"));
        var list = kind.equals("tags") ? "/v1/tags?limit=100&q=" + slug : "/v1/categories?flat=true";
        get(list).then().statusCode(200).body("items.image.id", hasItem(image));
    }

    @ParameterizedTest
    @ValueSource(strings = { "authors", "tags", "categories" })
    void feedsSayWhatTheyAreAbout(String kind) {
        var slug = published(kind);
        get("/feeds/" + kind + "/" + slug + ".json").then().statusCode(200).body("description", endsWith(slug));

        change(kind, slug, Map.of("description", "Worum es geht")).statusCode(200);

        get("/feeds/" + kind + "/" + slug + ".json").then().statusCode(200).body("description", equalTo("Worum es geht"));
        assertThat(get("/feeds/" + kind + "/" + slug + ".rss").asString()).contains("<description>Worum es geht</description>");
        assertThat(get("/feeds/" + kind + "/" + slug + ".atom").asString()).contains(">Worum es geht</subtitle>");
    }

    @ParameterizedTest
    @ValueSource(strings = { "authors", "tags", "categories" })
    void aChangedImageIsShownAtOnce(String kind) {
        var image = image("Vorher");
        var slug = published(kind);
        change(kind, slug, Map.of("image", Map.of("id", image))).statusCode(200);
        get("/v1/" + kind + "/" + slug).then().body("image.alt", equalTo("Vorher"));

        change("images", image, Map.of("alt", "Nachher")).statusCode(200);

        get("/v1/" + kind + "/" + slug).then().body("image.alt", equalTo("Nachher"));
        change("images", image, Map.of("rights", Map.of("expiresAt", "2020-01-01T00:00:00Z"))).statusCode(200);
        get("/v1/" + kind + "/" + slug).then().statusCode(200).body("image", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "authors", "tags", "categories", "collections" })
    void anImageIsPublicWhileSomethingPublicShowsIt(String kind) {
        var image = image("Porträt");
        get("/v1/images/" + image).then().statusCode(404);
        get("/v1/images/" + image + "/articles").then().statusCode(404);

        if (kind.equals("collections")) {
            Callers.as("admin").contentType(ContentType.JSON).header("If-None-Match", "*")
                    .body(Map.of("name", "Dossier", "type", "dossier", "image", Map.of("id", image)))
                    .put(EDITORIAL + "collections/" + UniqueNames.of("dossier")).then().statusCode(201);
        } else {
            change(kind, published(kind), Map.of("image", Map.of("id", image))).statusCode(200);
        }

        get("/v1/images/" + image).then().statusCode(200).body("alt", equalTo("Porträt"));
        get("/v1/images/" + image + "?crop=1:1").then().statusCode(200);
        get("/v1/images/" + image + "/articles").then().statusCode(200).body("items", empty());
        change("images", image, Map.of("rights", Map.of("expiresAt", "2020-01-01T00:00:00Z"))).statusCode(200);
        get("/v1/images/" + image).then().statusCode(410).body("type", containsString("rights-expired"));
        get("/v1/images/" + image + "/articles").then().statusCode(410);
    }

    @Test
    void thePortraitOfAnUnusedAuthorIsNotPublic() {
        var image = image("Porträt");
        var author = UniqueNames.of("entwurf");
        Callers.as("admin").contentType(ContentType.JSON).body(Map.of("name", author, "image", Map.of("id", image)))
                .post(EDITORIAL + "authors").then().statusCode(201);

        get("/v1/images/" + image).then().statusCode(404);
    }

    @Test
    void anImageThatExpiresSoonLimitsHowLongCachesKeepWhatShowsIt() {
        var image = image("Bald nicht mehr");
        var author = published("authors");
        change("authors", author, Map.of("image", Map.of("id", image))).statusCode(200);
        change("images", image, Map.of("rights", Map.of("expiresAt", Instant.now().plusSeconds(50).toString())))
                .statusCode(200);

        for (var status : List.of("stored", "hit")) {
            var response = get("/v1/authors/" + author).then().statusCode(200).body("image.id", equalTo(image))
                    .header("Cache-Status", containsString(status)).extract();
            assertThat(response.header("Cache-Control")).matches("public, max-age=([1-4]?\\d), s-maxage=\\1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "authors", "tags", "categories" })
    void anImageInUseIsNotDeleted(String kind) {
        var image = image("Im Gebrauch");
        var slug = published(kind);
        change(kind, slug, Map.of("image", Map.of("id", image))).statusCode(200);

        Callers.as("admin").header("If-Match", eTag("images", image)).delete(EDITORIAL + "images/" + image).then()
                .statusCode(409).body(kind + ".slug", hasItem(slug));
    }

    @Test
    void eachMistakeInAProfileIsReported() {
        var body = Map.of("email", "jule at example", "links", List.of("https://ok.example.org/", "javascript:alert(1)"),
                "image", Map.of("id", "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11"), "description", " ");

        change("authors", published("authors"), body).statusCode(400).body("errors.pointer",
                hasItems("/email", "/links/1", "/image/id", "/description"));
    }

    @Test
    void theProfileGoesWithAnErasedAuthor() {
        var author = published("authors");
        change("authors", author, Map.of("description", "Persönliches", "email", "weg@example.org")).statusCode(200);

        Callers.as("admin").header("If-Match", eTag("authors", author)).post(EDITORIAL + "authors/" + author + "/erase").then()
                .statusCode(204);

        get("/v1/authors/" + author).then().statusCode(404);
        assertThat(get("/v1/authors?limit=100&q=" + author).asString()).doesNotContain("weg@example.org");
    }

    /** Something of this kind that a published article names. Returns its slug. */
    private static String published(String kind) {
        var slug = UniqueNames.of("profil");
        var category = kind.equals("categories") ? slug : UniqueNames.of("rubrik");
        Callers.as("admin").contentType(ContentType.JSON).body(Map.of("slug", category, "name", category))
                .post(EDITORIAL + "categories").then().statusCode(201);
        var form = new HashMap<String, Object>(Map.of("headline", "Profil", "category", category, "teaser", "Kurz", "body",
                "<p>Text</p>"));
        if (!kind.equals("categories")) {
            form.put(kind, List.of(slug));
        }
        var draft = Callers.as("admin").contentType(ContentType.JSON).body(form).post(EDITORIAL + "articles").then()
                .statusCode(201).extract();
        Callers.as("admin").header("If-Match", draft.header("ETag"))
                .post(EDITORIAL + "articles/" + draft.path("id") + "/publish").then().statusCode(200);
        return slug;
    }

    private static String image(String alt) {
        return Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("src", "https://media.example.org/" + UniqueNames.of("bild") + ".jpg", "alt", alt, "credit",
                        "dpa"))
                .post(EDITORIAL + "images").then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse change(String kind, String ref, Map<String, ?> members) {
        return Callers.as("admin").contentType(ContentType.JSON).header("If-Match", eTag(kind, ref)).body(members)
                .patch(EDITORIAL + kind + "/" + ref).then();
    }

    private static String eTag(String kind, String ref) {
        return Callers.as("admin").get(EDITORIAL + kind + "/" + ref).then().statusCode(200).extract().header("ETag");
    }
}
