package org.depesche.content.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.body.Block;
import org.depesche.content.collection.CollectionRequests;
import org.depesche.content.publication.PublicationFixture;
import org.depesche.content.publication.PublicationFixture.TestCategory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** Paths and cursors are there without any configured address. */
@QuarkusTest
class RelativePathsTest {

    @Inject
    PublicationFixture newsroom;

    private TestCategory section;
    private UUID article;
    private String slug;

    @BeforeEach
    void anArticle() {
        section = newsroom.createCategory("pfad");
        var builder = newsroom.newArticle(section, "Mit Pfad").tagged("Pfadfinder");
        slug = builder.slug();
        article = builder.publish();
    }

    @Test
    void everyAnswerHasItsPath() {
        var path = "/" + section.slug() + "/" + slug;
        given().get("/v1/articles/" + article).then().body("path", equalTo(path)).body("url", nullValue())
                .body("category.path.path", contains("/" + section.slug()));
        given().get("/v1/articles?view=card&category=" + section.slug()).then().body("items.path", contains(path));
        given().get("/v1/articles?fields=path&category=" + section.slug()).then().body("items.path", contains(path));
        given().get("/v1/categories?flat=true").then().body("items.path", everyItem(startsWith("/")));
        given().get("/v1/categories/" + section.slug()).then().body("path.path", contains("/" + section.slug()));
        given().get("/v1/tags/pfadfinder").then().body("path", equalTo("/tag/pfadfinder"));
        given().get("/v1/tags").then().body("items.path", everyItem(startsWith("/tag/")));
        given().get("/v1/authors").then().body("items.path", everyItem(startsWith("/author/")));
        given().get("/v1/resolve?url=" + path).then().body("path", equalTo(path)).body("kind", equalTo("article"));
        given().get("/v1/resolve?url=/tag/pfadfinder").then().body("path", equalTo("/tag/pfadfinder"));
    }

    @Test
    void aCollectionHasItsPath() {
        var collection = CollectionRequests.createCollection("list",
                CollectionRequests.createPublished(CollectionRequests.createCategory()));

        given().get("/v1/collections/" + collection).then().body("path", equalTo("/collection/" + collection))
                .body("page.nextCursor", nullValue());
        given().get("/v1/collections?limit=100").then().body("items.path", everyItem(startsWith("/collection/")));
    }

    @Test
    void bodyHtmlLinksOtherArticlesByTheirPath() {
        var linking = newsroom.newArticle(section, "Verweis").withBody(List.of(new Block.ArticleLink(article))).publish();

        given().get("/v1/articles/" + linking + "?include=bodyHtml").then().body("bodyHtml",
                containsString("href=\"/" + section.slug() + "/" + slug + "\">Mit Pfad</a>"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/articles?limit=1", "/v1/changes?limit=1" })
    void theNextCursorLeadsToTheNextPage(String list) {
        newsroom.newArticle(section, "Noch einer").publish();
        var first = given().get(list).then().body("page.nextCursor", notNullValue()).extract();
        var parameter = list.contains("changes") ? "since" : "cursor";

        Map<String, Object> next = given().get(first.<String> path("page.next")).path("items[0]");

        given().queryParam(parameter, first.<String> path("page.nextCursor")).get(list).then()
                .body("items[0].id", equalTo(next.get("id"))).body("items[0]", not(equalTo(first.path("items[0]"))))
                .body("page.previousCursor", parameter.equals("cursor") ? notNullValue() : nullValue());
    }
}
