package org.depesche.content.article;

import static io.restassured.RestAssured.given;
import static org.depesche.content.collection.CollectionRequests.editor;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.depesche.content.publication.PublicationFixture;
import org.depesche.content.publication.PublicationFixture.TestCategory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** A wrong capital, a name or a word of another content API leads to what this API takes. */
@QuarkusTest
class UnknownReferencesTest {

    @Inject
    PublicationFixture newsroom;

    private TestCategory section;
    private String tag;

    @BeforeEach
    void anArticleWithATag() {
        section = newsroom.createCategory("hinweis" + System.nanoTime());
        tag = "Offene Daten " + System.nanoTime();
        newsroom.newArticle(section, "Mit Schlagwort").tagged(tag).publish();
    }

    @Test
    void aWrongCapitalOrANameSaysTheSlug() {
        var slug = tag.toLowerCase().replace(' ', '-');
        rejected("category", section.slug().toUpperCase(), section.slug());
        rejected("tag", tag, slug);
        rejected("tag", slug.toUpperCase(), slug);
        rejected("site", "Default", "default");

        missing("/v1/tags/{ref}", tag, slug);
        missing("/v1/categories/{ref}", section.slug().toUpperCase(), section.slug());
        missing("/v1/categories/{ref}/articles", section.slug().toUpperCase(), section.slug());
    }

    @Test
    void anArticleIsNamedByItsSlug() {
        var article = newsroom.newArticle(section, "Ein Wort " + System.nanoTime());
        article.publish();

        missing("/v1/articles/{ref}", article.slug().toUpperCase(), article.slug());
        missing("/v1/articles/{ref}/related", article.slug().toUpperCase(), article.slug());
    }

    @Test
    void anotherWordIsNoSuggestion() {
        given().queryParam("tag", "Gibt es nicht").get("/v1/articles").then().statusCode(400)
                .body("detail", equalTo("There is no tag \"Gibt es nicht\"."));
    }

    @ParameterizedTest
    @ValueSource(strings = { "page=2", "offset=20", "page[number]=2", "skip=10" })
    void aPageNumberLeadsToTheCursor(String query) {
        given().urlEncodingEnabled(false).get("/v1/articles?" + query).then().statusCode(400)
                .body("detail", containsString("`page.nextCursor`"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "q=a", "query=a", "search=a", "titel=a", "s=a" })
    void aSearchInAListLeadsToTheSearch(String query) {
        given().get("/v1/articles?" + query).then().statusCode(400).body("detail", containsString("/v1/search?q="));
    }

    @Test
    void aMemberThatIsRequiredIsNamed() {
        editor().body(Map.of())
                .post("/v1/editorial/tags").then().statusCode(400).body("detail", equalTo("`name` is required."));
    }

    @Test
    void aMemberOfAnotherSystemLeadsToTheMember() {
        editor()
                .body(Map.of("titel", "Ein Titel", "farbe", "rot")).post("/v1/editorial/articles").then()
                .statusCode(400)
                .body("errors.detail", containsInAnyOrder("`titel` is no member of this object. Did you mean `headline`?",
                        "`farbe` is no member of this object."));
    }

    private static void rejected(String parameter, String value, String slug) {
        given().queryParam(parameter, value).get("/v1/articles").then().statusCode(400)
                .body("errors[0].parameter", equalTo(parameter)).body("detail", endsWith("Did you mean `" + slug + "`?"));
    }

    private static void missing(String path, String ref, String slug) {
        given().get(path, Objects.requireNonNull(ref)).then().statusCode(404)
                .body("detail", endsWith("Did you mean `" + slug + "`?"));
    }
}
