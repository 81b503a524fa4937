package org.depesche.delivery.change;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.publication.PublicationFixture;
import org.depesche.testkit.Callers;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
class HiddenImagesTest {

    private static final String IMAGES = "/v1/editorial/images";

    @Inject
    PublicationFixture newsroom;

    /** A page that had only hidden entries was empty, and who kept the sequence of the last item never came past it. */
    @Test
    void moreHiddenEntriesThanAPageHasLeaveNoPageEmpty() {
        var section = newsroom.createCategory("verborgen");
        var image = Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("src", "https://www.example.org/" + UUID.randomUUID() + ".jpg", "alt", "Hafen")).post(IMAGES)
                .then()
                .statusCode(201).extract().<String> path("id");
        var since = given().get("/v1/changes?since=0&limit=1").header("Depesche-Sequence");
        for (var number = 0; number < 5; number++) {
            Callers.as("admin").header("If-Match", "*").contentType(ContentType.JSON).body(Map.of("alt", "Hafen " + number))
                    .patch(IMAGES + "/" + image).then().statusCode(200);
        }
        var article = newsroom.newArticle(section, "Nach den Bildern").publish();

        for (var isFound = false; !isFound;) { // the first page has it, unless another test makes changes meanwhile
            var page = given().get("/v1/changes?limit=2&since=" + since).then().statusCode(200).body("items", not(empty()))
                    .extract();
            isFound = page.<List<String>> path("items.id").contains(article.toString());
            since = page.<Integer> path("items[-1].sequence").toString();
        }
    }
}
