package org.depesche.content.image.desk;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The alternative text of a use that says that it needs none. */
@QuarkusTest
class DecorativeUsesTest {

    @Inject
    Jdbi jdbi;

    @Test
    void aUseOfADecorativeImageLosesItsAlternativeTextAndIsTold() {
        var id = createImage();

        article(Map.of("id", id, "alt", "Linie", "decorative", true)).statusCode(201).body("image.alt", nullValue())
                .body("image.decorative", equalTo(true)).body("warnings.pointer", contains("/image/alt"))
                .body("warnings.detail", contains("is left out: the image is decorative."));
    }

    @Test
    void nothingIsRegisteredOfADecorativeImageThatHasNothingElse() {
        article(Map.of("alt", "Linie", "decorative", true)).statusCode(400)
                .body("errors.detail", hasItem(containsString("a decorative image has no alt")));
    }

    /** Any change of such an article was refused, because its image had a pair that is no longer accepted. */
    @Test
    void anArticleWhoseStoredImageHasBothCanBeChanged() {
        var image = createImage();
        var use = Map.of("id", image, "decorative", true);
        var id = article(Map.of("image", use, "body", List.of(Map.of("type", "image", "image", use))), "Vorher").statusCode(201)
                .extract().<String> path("id");
        jdbi.useHandle(handle -> handle.execute("update article set document = replace(document, '\"decorative\":true', "
                + "'\"alt\":\"Linie\",\"decorative\":true') where id = ?", (Object) Uuid7.bytes(UUID.fromString(id))));

        Callers.as("admin").header("If-Match", "*").contentType(ContentType.JSON).body(Map.of("headline", "Nachher"))
                .patch("/v1/editorial/articles/" + id).then().statusCode(200).body("headline", equalTo("Nachher"))
                .body("image.alt", nullValue()).body("image.decorative", equalTo(true))
                .body("body[0].image.alt", nullValue()).body("warnings", empty());
    }

    private static String createImage() {
        return Callers.as("admin").contentType(ContentType.JSON).body(Map.of("alt", "Linie")).post("/v1/editorial/images")
                .then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse article(Map<String, ?> image) {
        return article(Map.of("image", image), "Bild");
    }

    private static ValidatableResponse article(Map<String, ?> members, String headline) {
        Newsroom.ensureCategory("bilder", "Bilder");
        var body = new HashMap<String, Object>(members);
        body.putAll(Map.of("headline", headline, "category", "bilder"));
        return Callers.as("admin").contentType(ContentType.JSON).body(body).post("/v1/editorial/articles").then();
    }
}
