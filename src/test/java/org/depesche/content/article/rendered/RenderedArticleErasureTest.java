package org.depesche.content.article.rendered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.testkit.Callers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** What is not public any more is stored nowhere, from the moment of the change. */
@QuarkusTest
class RenderedArticleErasureTest {

    private static final String AUTHORS = "/v1/editorial/authors";

    @Inject
    StoredRenderings renderings;

    private final String author = EditorialRequests.uniqueName("autorin");

    @ParameterizedTest
    @ValueSource(strings = { "unpublish", "withdraw", "erase" })
    void anArticleTakesItsRenderingsAlong(String verb) {
        var article = article();

        Callers.as(verb.equals("erase") ? "admin" : "editor").contentType(ContentType.JSON).header("If-Match", "*")
                .body(verb.equals("withdraw") ? Map.of("reason", "Irrtum") : Map.of())
                .post(EditorialRequests.ARTICLES + "/" + article + "/" + verb).then()
                .statusCode(verb.equals("erase") ? 204 : 200);

        assertThat(renderings.rows(article)).isZero();
    }

    @Test
    void aNewVersionReplacesTheFormerOne() {
        var article = article();

        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", "*").body(Map.of("headline", "Neu"))
                .patch(EditorialRequests.ARTICLES + "/" + article).then().statusCode(200);
        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", "*").body("{}")
                .post(EditorialRequests.ARTICLES + "/" + article + "/publish").then().statusCode(200);

        assertThat(renderings.rows(article)).isZero();
    }

    @Test
    void anErasedAuthorIsNamedByNoRendering() {
        var article = article();

        Callers.as("admin").header("If-Match", "*").post(AUTHORS + "/" + author + "/erase").then().statusCode(204);

        assertThat(renderings.rows(article)).isZero();
        assertThat(renderings.read("/v1/articles/" + article).body()).doesNotContain(author);
        renderings.await();
        assertThat(renderings.rows(article)).isOne();
    }

    @Test
    void anAuthorIsErasedWithThoseMergedIntoIt() {
        var article = article();
        var target = Callers.as("editor").contentType(ContentType.JSON)
                .body(Map.of("name", EditorialRequests.uniqueName("Ziel"))).post(AUTHORS).then().statusCode(201).extract()
                .<String> path("slug");
        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", "*").body(Map.of("target", target))
                .post(AUTHORS + "/" + author + "/merge-into").then().statusCode(200);
        assertThat(renderings.read("/v1/articles/" + article).body()).contains(target);
        renderings.await();
        assertThat(renderings.rows(article)).isOne();

        Callers.as("admin").header("If-Match", "*").post(AUTHORS + "/" + target + "/erase").then().statusCode(204);

        assertThat(renderings.rows(article)).isZero();
    }

    private String article() {
        var article = EditorialRequests.publishArticle(EditorialRequests.createArticle(Map.of("headline",
                EditorialRequests.uniqueName("Stück"), "category", EditorialRequests.createCategory(), "authors",
                List.of(author)))).<String> path("id");
        renderings.read("/v1/articles/" + article);
        renderings.await();
        assertThat(renderings.rows(article)).isOne();
        return article;
    }
}
