package org.depesche.content.editorial.lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.depesche.content.editorial.EditorialRequests;
import org.depesche.testkit.Callers;
import org.depesche.testkit.LoggedChanges;
import org.depesche.testkit.Newsroom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

@QuarkusTest
class ArticleErasureTest {

    @Inject
    Jdbi jdbi;

    @Test
    void anErasedArticleIsNowhereInTheDatabase() {
        var word = EditorialRequests.uniqueName("zuvergessen");
        var category = EditorialRequests.createCategory();
        var article = Callers.as("editor").contentType("application/json").header("Idempotency-Key", word)
                .body(Map.of("headline", "Über " + word, "category", category, "teaser", word, "origin",
                        Map.of("system", "alt", "id", word), "aliases", List.of("/" + word), "slug", word))
                .post(EditorialRequests.ARTICLES).then().statusCode(201).extract();
        var published = EditorialRequests.publishArticle(article);
        var saved = Callers.as("editor").contentType("application/json").header("If-Match", published.header("ETag"))
                .body(Map.of("slug", word + "-neu")).patch(path(article)).then().statusCode(200).extract();
        var renamed = EditorialRequests.publishArticle(saved);
        assertThat(tablesWith(word)).isNotEmpty();

        erase(renamed).then().statusCode(204);

        assertThat(tablesWith(word)).isEmpty();
        for (var ref : List.of(article.path("id"), word, word + "-neu")) {
            EditorialRequests.getPublicArticle(ref).statusCode(404);
            EditorialRequests.getArticle(ref).statusCode(404);
        }
        given().get("/v1/resolve?url=/" + word).then().statusCode(404);
    }

    /** The overrides belong to the article, whatever the source of the image. */
    @Test
    void whatItSaidOfItsImagesIsErasedWithIt() {
        var word = EditorialRequests.uniqueName("bildunterschrift");
        var image = Callers.as("editor").contentType("application/json").body(Map.of("alt", "Der Hafen"))
                .post("/v1/editorial/images").then().statusCode(201).extract();
        var use = Map.of("id", image.path("id"), "alt", word, "caption", word, "credit", word);
        var article = EditorialRequests.publishArticle(EditorialRequests.createArticle(Map.of("headline", "Mit Bild",
                "category", EditorialRequests.createCategory(), "image", use,
                "body", List.of(Map.of("type", "image", "image", use), Map.of("type", "gallery", "images", List.of(use)),
                        Map.of("type", "box", "title", "Kasten", "body", List.of(Map.of("type", "image", "image", use)))))));
        var saved = Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag"))
                .body(Map.of("headline", "Mit Bild und neu")).patch(path(article)).then().statusCode(200).extract();
        assertThat(tablesWith(word)).contains("article.document", "article_revision.document", "published_article.summary",
                "published_article.body");

        erase(saved).then().statusCode(204);

        assertThat(tablesWith(word)).isEmpty();
    }

    /** The promise of the chapter "Erasure". */
    @Test
    void tagsAndImagesStayAndCanBeDeletedThen() {
        var word = EditorialRequests.uniqueName("bleibt");
        var article = EditorialRequests.publishArticle(EditorialRequests
                .createArticle(Map.of("headline", "Geht", "category", EditorialRequests.createCategory(), "tags", List.of(word),
                        "image", Map.of("alt", word))));
        var addresses = List.of("/v1/editorial/tags/" + word, "/v1/editorial/images/" + article.path("image.id"));
        addresses.forEach(address -> Callers.as("editor").header("If-Match", "*").delete(address).then().statusCode(409));

        erase(article).then().statusCode(204);

        assertThat(tablesWith(word)).containsExactlyInAnyOrder("image.alt", "tag.name", "tag.slug");
        addresses.forEach(address -> Callers.as("editor").header("If-Match", "*").delete(address).then().statusCode(204));
        assertThat(tablesWith(word)).containsExactly("tag_former_slug.slug"); // its addresses are gone, not unknown
        var tag = "/v1/editorial/tags/" + word;
        Callers.as("editor").header("If-Match", "*").delete(tag).then().statusCode(204);
        assertThat(tablesWith(word)).isEmpty();
        Callers.as("editor").header("If-Match", "*").delete(tag).then().statusCode(404);
    }

    @Test
    void theLogKeepsOnlyThatSomethingHappened() {
        var before = LoggedChanges.end();
        var article = EditorialRequests.publishArticle(EditorialRequests.createArticle(
                Map.of("headline", EditorialRequests.uniqueName("spur"), "category", EditorialRequests.createCategory())));

        erase(article).then().statusCode(204);

        LoggedChanges.of(before, article.path("id"))
                .body("type", equalTo(List.of("article.published", "article.unpublished")))
                .body("slug", everyItem(nullValue())).body("cacheTags[1]", hasItem("list:all"));
    }

    @Test
    void followersDropWhatTheyKeepOfAWithdrawal() {
        var article = EditorialRequests.publishArticle(EditorialRequests.createArticle(
                Map.of("headline", EditorialRequests.uniqueName("verklagt"), "category", EditorialRequests.createCategory())));
        var withdrawn = Callers.as("editor").contentType("application/json").header("If-Match", article.header("ETag"))
                .body(Map.of("notice", "Geklagt")).post(path(article) + "/withdraw").then().statusCode(200).extract();
        var tag = given().get("/v1/articles/" + article.path("id")).then().statusCode(410).extract().header("Surrogate-Key");

        var before = LoggedChanges.end();

        erase(withdrawn).then().statusCode(204);

        LoggedChanges.of(before, article.path("id")).body("type", equalTo(List.of("article.unpublished")))
                .body("cacheTags[0]", hasItem(tag.replaceFirst(".*(article:)", "$1")));
        EditorialRequests.getPublicArticle(article.path("id")).statusCode(404);
    }

    @Test
    void nothingBringsItBack() {
        var word = EditorialRequests.uniqueName("nie-wieder");
        var article = EditorialRequests
                .createArticle(Map.of("headline", word, "slug", word, "origin", Map.of("system", "alt", "id", word)));
        erase(article).then().statusCode(204);

        EditorialRequests.postArticle(Map.of("headline", "Neu", "slug", word)).statusCode(409);
        EditorialRequests.postArticle(Map.of("headline", "Neu", "origin", Map.of("system", "alt", "id", word))).statusCode(409);
        EditorialRequests.postArticle(Map.of("headline", word)).statusCode(201).body("slug", equalTo(word + "-2"));
        var run = Newsroom
                .importArticles(
                        "{\"headline\": \"Neu\", \"category\": \"%s\", \"origin\": {\"system\": \"alt\", \"id\": \"%s\"}}"
                                .formatted(EditorialRequests.createCategory(), word));
        assertThat(run.count("rejected")).isEqualTo(1);
        assertThat(run.rejections().get(0).get("reason").toString()).contains("erased");
    }

    @Test
    void whatAnImportRejectedOfItIsForgotten() {
        var word = EditorialRequests.uniqueName("abgelehnt");
        var article = EditorialRequests.createArticle(Map.of("headline", "x", "origin", Map.of("system", "alt", "id", word)));
        var run = Newsroom
                .importArticles("{\"headline\": 7, \"origin\": {\"system\": \"alt\", \"id\": \"%s\"}}".formatted(word));
        assertThat(run.rejections()).hasSize(1);

        erase(article).then().statusCode(204);

        assertThat(run.rejections()).isEmpty();
    }

    @Test
    void erasingNeedsTheVersionRead() {
        var article = EditorialRequests.createArticle(Map.of("headline", "Vorsicht"));

        Callers.as("admin").post(path(article) + "/erase").then().statusCode(428);
        Callers.as("editor").header("If-Match", article.header("ETag")).post(path(article) + "/erase").then().statusCode(403);
    }

    @Test
    void anErasedAuthorIsNowhereInTheDatabase() {
        var word = EditorialRequests.uniqueName("Max Mustermann ");
        var category = EditorialRequests.createCategory();
        var article = EditorialRequests
                .publishArticle(Callers.as("editor").contentType("application/json").header("Idempotency-Key", word.strip())
                        .body(Map.of("headline", "Mit Namen", "category", category, "authors", List.of(word)))
                        .post(EditorialRequests.ARTICLES).then()
                        .statusCode(201).extract());
        var slug = EditorialRequests.getPublicArticle(article.path("id")).statusCode(200).extract()
                .<String> path("authors[0].slug");
        var author = Callers.as("admin").get("/v1/editorial/authors/" + slug).then().statusCode(200).extract();
        var renamed = Callers.as("admin").contentType("application/json").header("If-Match", author.header("ETag"))
                .body(Map.of("slug", slug + "-neu")).patch("/v1/editorial/authors/" + slug).then().statusCode(200).extract();
        assertThat(tablesWith(word)).isNotEmpty();

        Callers.as("editor").header("If-Match", renamed.header("ETag")).post("/v1/editorial/authors/" + slug + "/erase").then()
                .statusCode(403);
        Callers.as("admin").header("If-Match", renamed.header("ETag")).post("/v1/editorial/authors/" + slug + "/erase").then()
                .statusCode(204);

        assertThat(tablesWith(word)).isEmpty();
        assertThat(tablesWith(slug)).isEmpty();
        EditorialRequests.getPublicArticle(article.path("id")).body("authors", equalTo(List.of()));
        given().get("/v1/authors/" + slug).then().statusCode(404);
        given().get("/v1/authors/" + slug + "-neu").then().statusCode(404);
        given().get("/v1/articles?author=" + slug).then().statusCode(400);
        EditorialRequests.publishArticle(EditorialRequests.getArticle(article.path("id")).extract());
    }

    @Test
    void anErasedCallerIsNowhereInTheDatabase() {
        var name = EditorialRequests.uniqueName("Erika Mustermann ");
        var key = Callers.as("admin").contentType("application/json").body(Map.of("name", name, "role", "editor"))
                .post("/v1/editorial/keys").then().statusCode(201).extract();
        var by = Callers.withKey(key.path("key")).contentType("application/json");
        var article = by.body(Map.of("headline", "Eins")).post(EditorialRequests.ARTICLES).then().statusCode(201).extract();
        Callers.withKey(key.path("key")).contentType("application/json").header("If-Match", article.header("ETag"))
                .body(Map.of("headline", "Zwei")).patch(path(article)).then().statusCode(200);
        assertThat(tablesWith(name)).contains("article.saved_by", "article_revision.by_whom", "audit.caller_name");

        Callers.as("admin").post("/v1/editorial/callers/" + key.path("id") + "/erase").then().statusCode(204);

        assertThat(tablesWith(name)).isEmpty();
        EditorialRequests.getArticle(article.path("id")).body("createdBy", equalTo("erased")).body("savedBy",
                equalTo("erased"));
        Callers.as("admin").post("/v1/editorial/callers/" + key.path("id") + "/erase").then().statusCode(404);
        Callers.as("editor").post("/v1/editorial/callers/" + key.path("id") + "/erase").then().statusCode(403);
    }

    /** The tables with the word in any text column. */
    private List<String> tablesWith(String word) {
        return QuarkusTransaction.requiringNew().call(() -> jdbi.withHandle(handle -> {
            var found = new ArrayList<String>();
            handle.createQuery("""
                    select table_name, column_name from information_schema.columns where table_schema = database()
                      and data_type in ('varchar', 'text', 'mediumtext', 'longtext', 'mediumblob', 'longblob')""")
                    .map((row, context) -> List.of(row.getString(1), row.getString(2))).forEach(column -> {
                        var count = handle.createQuery("select count(*) from `%s` where convert(`%s` using utf8mb4) like :word"
                                .formatted(column.get(0), column.get(1))).bind("word", "%" + word + "%").mapTo(Long.class)
                                .one();
                        if (count > 0) {
                            found.add(column.get(0) + "." + column.get(1));
                        }
                    });
            return found;
        }));
    }

    private static String path(ExtractableResponse<Response> article) {
        return EditorialRequests.ARTICLES + "/" + article.path("id");
    }

    private static Response erase(ExtractableResponse<Response> article) {
        return Callers.as("admin").header("If-Match", article.header("ETag")).post(path(article) + "/erase");
    }
}
