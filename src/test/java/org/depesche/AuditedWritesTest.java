package org.depesche;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.depesche.PublishedApi.Operation;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Every write that the OpenAPI document tells of is done once, by a caller of its own, and then stands in the audit. A new
 * operation needs a line here: the action of its entry, and how to do it.
 */
@QuarkusTest
class AuditedWritesTest {

    private static final String ARTICLES = "/v1/editorial/articles";
    private static final String CATEGORIES = "/v1/editorial/categories";
    private static final String COLLECTIONS = "/v1/editorial/collections/";
    private static final String IMAGES = "/v1/editorial/images";
    private static final String IMPORTS = "/v1/editorial/imports";
    private static final String KEYS = "/v1/editorial/keys";
    private static final String CATEGORY = "audited-writes";

    private static final Map<String, Write> WRITES = Map.ofEntries(
            entry("createArticle", new Write("article.create", by -> by.body(article()).post(ARTICLES))),
            entry("replaceArticle", new Write("article.save", by -> draft().changing(by).body(article()).put(""))),
            entry("patchArticle", new Write("article.save", by -> draft().changing(by).body(headline()).patch(""))),
            entry("deleteArticle", new Write("article.delete", by -> draft().changing(by).delete(""))),
            entry("publishArticle", new Write("article.publish", by -> draft().changing(by).post("/publish"))),
            entry("unpublishArticle", new Write("article.unpublish", by -> published("{}").changing(by).post("/unpublish"))),
            entry("withdrawArticle", new Write("article.withdraw", by -> published("{}").changing(by).post("/withdraw"))),
            entry("cancelSchedule", new Write("article.unschedule",
                    by -> published("{\"at\": \"2100-01-01\"}").changing(by).delete("/schedule"))),
            entry("pickRelatedArticles", new Write("article.pick",
                    by -> draft().changing(by).body("{\"articles\": []}").put("/related"))),
            entry("createPreviewLink", new Write("preview.create", by -> draft().at(by).post("/preview-links"))),
            entry("revokePreviewLink", new Write("preview.revoke", by -> previewed().at(by).delete(""))),
            entry("eraseAuthor", new Write("author.erase", by -> named("authors").changing(by).post("/erase"))),
            entry("eraseCaller", new Write("caller.erase", by -> by.post("/v1/editorial/callers/" + someone() + "/erase"))),
            entry("eraseArticle", new Write("article.erase", by -> draft().changing(by).post("/erase"))),
            entry("restoreRevision", new Write("article.restore", by -> draft().changing(by).post("/revisions/1/restore"))),
            entry("createCategory", new Write("category.create", by -> by.body(name()).post(CATEGORIES))),
            entry("replaceCategory", new Write("category.update", by -> category().changing(by).body(name()).put(""))),
            entry("patchCategory", new Write("category.update", by -> category().changing(by).body(name()).patch(""))),
            entry("deleteCategory", new Write("category.delete", by -> category().changing(by).delete(""))),
            entry("createTag", new Write("tag.create", by -> by.body(name()).post("/v1/editorial/tags"))),
            entry("replaceTag", new Write("tag.update", by -> named("tags").changing(by).body(name()).put(""))),
            entry("patchTag", new Write("tag.update", by -> named("tags").changing(by).body(name()).patch(""))),
            entry("deleteTag", new Write("tag.delete", by -> named("tags").changing(by).delete(""))),
            entry("createAuthor", new Write("author.create", by -> by.body(name()).post("/v1/editorial/authors"))),
            entry("replaceAuthor", new Write("author.update", by -> named("authors").changing(by).body(name()).put(""))),
            entry("patchAuthor", new Write("author.update", by -> named("authors").changing(by).body(name()).patch(""))),
            entry("deleteAuthor", new Write("author.delete", by -> named("authors").changing(by).delete(""))),
            entry("putCollection", new Write("collection.create", by -> by.body(name()).put(COLLECTIONS + unheardSlug()))),
            entry("patchCollection", new Write("collection.update", by -> collection().changing(by).body(name()).patch(""))),
            entry("deleteCollection", new Write("collection.delete", by -> collection().changing(by).delete(""))),
            entry("mergeTag", new Write("tag.merge", by -> named("tags").changing(by)
                    .body(Map.of("target", named("tags").id())).post("/merge-into"))),
            entry("mergeAuthor", new Write("author.merge", by -> named("authors").changing(by)
                    .body(Map.of("target", named("authors").id())).post("/merge-into"))),
            entry("mergeCategory", new Write("category.merge", by -> named("categories").changing(by)
                    .body(Map.of("target", named("categories").id())).post("/merge-into"))),
            entry("createImage", new Write("image.create", by -> by.body(words()).post(IMAGES))),
            entry("patchImage", new Write("image.update", by -> image().changing(by).body(words()).patch(""))),
            entry("deleteImage", new Write("image.delete", by -> image().changing(by).delete(""))),
            entry("createSite", new Write("site.create", by -> by.body(site()).post("/v1/editorial/sites"))),
            entry("replaceSite", new Write("site.update", by -> portal().changing(by).body(site()).put(""))),
            entry("patchSite", new Write("site.update", by -> portal().changing(by).body(name()).patch(""))),
            entry("deleteSite", new Write("site.delete", by -> portal().changing(by).delete(""))),
            entry("rebuildSearch", new Write("search.rebuild", by -> by.post("/v1/editorial/search/rebuild"))),
            entry("createKey", new Write("key.create", by -> by.body(key()).post(KEYS))),
            entry("revokeKey", new Write("key.revoke", by -> Thing.made(KEYS, key()).at(by).delete(""))),
            entry("importArticles", new Write("import.start", by -> by.contentType("application/x-ndjson")
                    .body("{}".getBytes(UTF_8)).post(IMPORTS))));

    /** How one operation is done, and what the audit calls it. */
    private record Write(String action, Function<RequestSpecification, Response> deed) {
    }

    @TestFactory
    Stream<DynamicTest> everyWriteLeavesItsEntry() {
        Newsroom.category(CATEGORY, "Audited writes");
        return writes().map(operation -> dynamicTest(operation.id(), () -> {
            assertThat(WRITES).as("the table of writes").containsKey(operation.id());
            leavesItsEntry(WRITES.get(operation.id()));
        }));
    }

    @Test
    void theTableNamesNothingThatIsGone() {
        assertThat(WRITES.keySet()).isSubsetOf(writes().map(Operation::id).toList());
    }

    private static void leavesItsEntry(Write write) {
        var caller = Callers.as("admin").contentType(ContentType.JSON).body(key()).post(KEYS).then().statusCode(201).extract();
        var by = Callers.with(caller.path("key")).contentType(ContentType.JSON);

        assertThat(write.deed().apply(by).statusCode()).isBetween(200, 299);

        Callers.as("admin").get("/v1/editorial/audit?by=" + caller.path("id")).then().statusCode(200)
                .body("items.action", is(List.of(write.action())))
                .body("items[0].address", is("127.0.0.1"))
                .body("items[0].subject.kind", is(write.action().replaceFirst("\\..*", "")))
                .body("items[0].subject", hasKey("id"));
    }

    private static Stream<Operation> writes() {
        return PublishedApi.documented().operations("post", "put", "patch", "delete").stream();
    }

    private static Thing draft() {
        return Thing.made(ARTICLES, article());
    }

    private static Thing published(String how) {
        var draft = draft();
        var after = draft.changing(Callers.as("admin")).contentType(ContentType.JSON).body(how).post("/publish").then()
                .statusCode(200).extract();
        return new Thing(draft.address(), after.header("ETag"));
    }

    private static Thing previewed() {
        return Thing.made(draft().address() + "/preview-links", Map.of());
    }

    /** The id of somebody who did something. */
    private static String someone() {
        var key = Callers.as("admin").contentType(ContentType.JSON).body(key()).post(KEYS).then().statusCode(201).extract();
        Callers.with(key.path("key")).contentType(ContentType.JSON).body(article()).post(ARTICLES).then().statusCode(201);
        return key.path("id");
    }

    private static Thing category() {
        return Thing.made(CATEGORIES, name());
    }

    private static Thing named(String kind) {
        return Thing.made("/v1/editorial/" + kind, name());
    }

    private static Thing collection() {
        var address = COLLECTIONS + unheardSlug();
        var made = Callers.as("admin").contentType(ContentType.JSON).body(name()).put(address).then().statusCode(201).extract();
        return new Thing(address, made.header("ETag"));
    }

    private static String unheardSlug() {
        return Slug.from(unheard().replace('_', 'x'), "x");
    }

    private static Thing portal() {
        return Thing.made("/v1/editorial/sites", site());
    }

    private static Map<String, Object> site() {
        return Map.of("name", unheard(), "language", "de");
    }

    private static Map<String, Object> article() {
        return Map.of("headline", unheard(), "category", CATEGORY, "body", "<p>Audited.</p>");
    }

    private static Map<String, Object> headline() {
        return Map.of("headline", unheard());
    }

    private static Thing image() {
        return Thing.made(IMAGES, words());
    }

    private static Map<String, Object> words() {
        return Map.of("alt", unheard());
    }

    private static Map<String, Object> name() {
        return Map.of("name", unheard());
    }

    private static Map<String, Object> key() {
        return Map.of("name", unheard(), "role", "admin");
    }

    private static String unheard() {
        return "Audited " + Uuid7.compact(Uuid7.next());
    }

    /** Something that is there already, made by somebody else. */
    private record Thing(String address, String version) {

        static Thing made(String list, Map<String, Object> form) {
            var made = Callers.as("admin").contentType(ContentType.JSON).body(form).post(list).then().statusCode(201).extract();
            return new Thing(list + "/" + made.path("id"), String.valueOf(made.header("ETag")));
        }

        String id() {
            return address.replaceFirst(".*/", "");
        }

        /** A request whose path begins there. */
        RequestSpecification at(RequestSpecification by) {
            return by.basePath(address);
        }

        RequestSpecification changing(RequestSpecification by) {
            return at(by).header("If-Match", version);
        }
    }
}
