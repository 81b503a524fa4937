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

import org.depesche.OpenApiOperations.Operation;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.media.rendition.TestPictures;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.UnfinishedImport;
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
    private static final String WEBHOOKS = "/v1/editorial/webhooks";
    private static final String CATEGORY = "audited-writes";

    private static final Map<String, Write> WRITES = Map.ofEntries(
            entry("createArticle", new Write("article.create", by -> by.body(article()).post(ARTICLES))),
            entry("replaceArticle", new Write("article.save", by -> draft().withIfMatch(by).body(article()).put(""))),
            entry("patchArticle", new Write("article.save", by -> draft().withIfMatch(by).body(headline()).patch(""))),
            entry("deleteArticle", new Write("article.delete", by -> draft().withIfMatch(by).delete(""))),
            entry("publishArticle", new Write("article.publish", by -> draft().withIfMatch(by).post("/publish"))),
            entry("unpublishArticle", new Write("article.unpublish", by -> published("{}").withIfMatch(by).post("/unpublish"))),
            entry("withdrawArticle", new Write("article.withdraw", by -> published("{}").withIfMatch(by).post("/withdraw"))),
            entry("cancelSchedule", new Write("article.unschedule",
                    by -> published("{\"at\": \"2100-01-01\"}").withIfMatch(by).delete("/schedule"))),
            entry("pickRelatedArticles", new Write("article.pick",
                    by -> draft().withIfMatch(by).body("{\"articles\": []}").put("/related"))),
            entry("createPreviewLink", new Write("preview.create", by -> draft().at(by).post("/preview-links"))),
            entry("revokePreviewLink", new Write("preview.revoke", by -> createPreviewLink().at(by).delete(""))),
            entry("eraseAuthor", new Write("author.erase", by -> createNamed("authors").withIfMatch(by).post("/erase"))),
            entry("eraseCaller",
                    new Write("caller.erase", by -> by.post("/v1/editorial/callers/" + createCaller() + "/erase"))),
            entry("eraseArticle", new Write("article.erase", by -> draft().withIfMatch(by).post("/erase"))),
            entry("restoreRevision", new Write("article.restore", by -> draft().withIfMatch(by).post("/revisions/1/restore"))),
            entry("createCategory", new Write("category.create", by -> by.body(name()).post(CATEGORIES))),
            entry("replaceCategory", new Write("category.update", by -> category().withIfMatch(by).body(name()).put(""))),
            entry("patchCategory", new Write("category.update", by -> category().withIfMatch(by).body(name()).patch(""))),
            entry("deleteCategory", new Write("category.delete", by -> category().withIfMatch(by).delete(""))),
            entry("createTag", new Write("tag.create", by -> by.body(name()).post("/v1/editorial/tags"))),
            entry("replaceTag", new Write("tag.update", by -> createNamed("tags").withIfMatch(by).body(name()).put(""))),
            entry("patchTag", new Write("tag.update", by -> createNamed("tags").withIfMatch(by).body(name()).patch(""))),
            entry("deleteTag", new Write("tag.delete", by -> createNamed("tags").withIfMatch(by).delete(""))),
            entry("createAuthor", new Write("author.create", by -> by.body(name()).post("/v1/editorial/authors"))),
            entry("replaceAuthor",
                    new Write("author.update", by -> createNamed("authors").withIfMatch(by).body(name()).put(""))),
            entry("patchAuthor",
                    new Write("author.update", by -> createNamed("authors").withIfMatch(by).body(name()).patch(""))),
            entry("deleteAuthor", new Write("author.delete", by -> createNamed("authors").withIfMatch(by).delete(""))),
            entry("putCollection", new Write("collection.create", by -> by.body(name()).put(COLLECTIONS + uniqueSlug()))),
            entry("patchCollection", new Write("collection.update", by -> collection().withIfMatch(by).body(name()).patch(""))),
            entry("deleteCollection", new Write("collection.delete", by -> collection().withIfMatch(by).delete(""))),
            entry("mergeTag", new Write("tag.merge", by -> createNamed("tags").withIfMatch(by)
                    .body(Map.of("target", createNamed("tags").id())).post("/merge-into"))),
            entry("mergeAuthor", new Write("author.merge", by -> createNamed("authors").withIfMatch(by)
                    .body(Map.of("target", createNamed("authors").id())).post("/merge-into"))),
            entry("mergeCategory", new Write("category.merge", by -> createNamed("categories").withIfMatch(by)
                    .body(Map.of("target", createNamed("categories").id())).post("/merge-into"))),
            entry("createImage", new Write("image.create", by -> by.body(words()).post(IMAGES))),
            entry("patchImage", new Write("image.update", by -> image().withIfMatch(by).body(words()).patch(""))),
            entry("replaceImageFile", new Write("image.replace", by -> image().withIfMatch(by)
                    .contentType("multipart/form-data").multiPart("file", "a.jpg", TestPictures.jpeg(64, 48)).put("/file"))),
            entry("uploadImages", new Write("image.create", by -> by.contentType("multipart/form-data")
                    .multiPart("file", "a.jpg", TestPictures.jpeg(64, 48)).post(IMAGES + "/batch"))),
            entry("deleteImage", new Write("image.delete", by -> image().withIfMatch(by).delete(""))),
            entry("createSite", new Write("site.create", by -> by.body(site()).post("/v1/editorial/sites"))),
            entry("replaceSite", new Write("site.update", by -> createSite().withIfMatch(by).body(site()).put(""))),
            entry("patchSite", new Write("site.update", by -> createSite().withIfMatch(by).body(name()).patch(""))),
            entry("deleteSite", new Write("site.delete", by -> createSite().withIfMatch(by).delete(""))),
            entry("rebuildSearch", new Write("search.rebuild", by -> by.post("/v1/editorial/search/rebuild"))),
            entry("createKey", new Write("key.create", by -> by.body(key()).post(KEYS))),
            entry("patchKey", new Write("key.update",
                    by -> ExistingResource.create(KEYS, key()).at(by).body("{\"entitlements\": [\"registered\"]}").patch(""))),
            entry("revokeKey", new Write("key.revoke", by -> ExistingResource.create(KEYS, key()).at(by).delete(""))),
            entry("cancelImport", new Write("import.cancel", by -> by.delete(IMPORTS + "/" + UnfinishedImport.create()))),
            entry("createWebhook", new Write("webhook.create", by -> by.body(webhookForm()).post(WEBHOOKS))),
            entry("patchWebhook", new Write("webhook.update", by -> webhook().at(by).body("{\"events\": []}").patch(""))),
            entry("deleteWebhook", new Write("webhook.delete", by -> webhook().at(by).delete(""))),
            entry("rotateWebhookSecret", new Write("webhook.rotate-secret", by -> webhook().at(by).post("/rotate-secret"))),
            entry("enableWebhook", new Write("webhook.enable", by -> webhook().at(by).post("/enable"))),
            entry("pingWebhook", new Write("webhook.ping", by -> webhook().at(by).post("/ping"))),
            entry("redeliverWebhookMessage", new Write("webhook.redeliver",
                    by -> pingedWebhook().at(by).post("/deliveries/1/redeliver"))),
            entry("importArticles", new Write("import.start", by -> by.contentType("application/x-ndjson")
                    .body("{}".getBytes(UTF_8)).post(IMPORTS))));

    /** How one operation is done, and what the audit calls it. */
    private record Write(String action, Function<RequestSpecification, Response> call) {
    }

    @TestFactory
    Stream<DynamicTest> everyWriteIsAudited() {
        Newsroom.ensureCategory(CATEGORY, "Audited writes");
        return writes().map(operation -> dynamicTest(operation.id(), () -> {
            assertThat(WRITES).as("the table of writes").containsKey(operation.id());
            assertAudited(WRITES.get(operation.id()));
        }));
    }

    @Test
    void theTableNamesOnlyExistingOperations() {
        assertThat(WRITES.keySet()).isSubsetOf(writes().map(Operation::id).toList());
    }

    private static void assertAudited(Write write) {
        var caller = Callers.as("admin").contentType(ContentType.JSON).body(key()).post(KEYS).then().statusCode(201).extract();
        var by = Callers.withKey(caller.path("key")).contentType(ContentType.JSON);

        assertThat(write.call().apply(by).statusCode()).isBetween(200, 299);

        Callers.as("admin").get("/v1/editorial/audit?by=" + caller.path("id")).then().statusCode(200)
                .body("items.action", is(List.of(write.action())))
                .body("items[0].address", is("127.0.0.1"))
                .body("items[0].subject.kind", is(write.action().replaceFirst("\\..*", "")))
                .body("items[0].subject", hasKey("id"));
    }

    /** All but the requests of subscribers, which need no key: the callback confirms them. */
    private static Stream<Operation> writes() {
        return OpenApiOperations.load().operations("post", "put", "patch", "delete").stream()
                .filter(operation -> !operation.id().equals("requestSubscription"));
    }

    /** Nobody listens there, and only to site changes. */
    private static Map<String, Object> webhookForm() {
        return Map.of("url", "http://127.0.0.1:9/", "events", List.of("site.deleted"));
    }

    private static ExistingResource webhook() {
        return ExistingResource.create(WEBHOOKS, webhookForm());
    }

    private static ExistingResource pingedWebhook() {
        var webhook = webhook();
        Callers.as("admin").post(webhook.address() + "/ping").then().statusCode(200);
        return webhook;
    }

    private static ExistingResource draft() {
        return ExistingResource.create(ARTICLES, article());
    }

    private static ExistingResource published(String how) {
        var draft = draft();
        var after = draft.withIfMatch(Callers.as("admin")).contentType(ContentType.JSON).body(how).post("/publish").then()
                .statusCode(200).extract();
        return new ExistingResource(draft.address(), after.header("ETag"));
    }

    private static ExistingResource createPreviewLink() {
        return ExistingResource.create(draft().address() + "/preview-links", Map.of());
    }

    /** The id of somebody who did something. */
    private static String createCaller() {
        var key = Callers.as("admin").contentType(ContentType.JSON).body(key()).post(KEYS).then().statusCode(201).extract();
        Callers.withKey(key.path("key")).contentType(ContentType.JSON).body(article()).post(ARTICLES).then().statusCode(201);
        return key.path("id");
    }

    private static ExistingResource category() {
        return ExistingResource.create(CATEGORIES, name());
    }

    private static ExistingResource createNamed(String kind) {
        return ExistingResource.create("/v1/editorial/" + kind, name());
    }

    private static ExistingResource collection() {
        var address = COLLECTIONS + uniqueSlug();
        var made = Callers.as("admin").contentType(ContentType.JSON).body(name()).put(address).then().statusCode(201).extract();
        return new ExistingResource(address, made.header("ETag"));
    }

    private static String uniqueSlug() {
        return Slug.from(uniqueName().replace('_', 'x'), "x");
    }

    private static ExistingResource createSite() {
        return ExistingResource.create("/v1/editorial/sites", site());
    }

    private static Map<String, Object> site() {
        return Map.of("name", uniqueName(), "language", "de");
    }

    private static Map<String, Object> article() {
        return Map.of("headline", uniqueName(), "category", CATEGORY, "body", "<p>Audited.</p>");
    }

    private static Map<String, Object> headline() {
        return Map.of("headline", uniqueName());
    }

    private static ExistingResource image() {
        return ExistingResource.create(IMAGES, words());
    }

    private static Map<String, Object> words() {
        return Map.of("alt", uniqueName());
    }

    private static Map<String, Object> name() {
        return Map.of("name", uniqueName());
    }

    private static Map<String, Object> key() {
        return Map.of("name", uniqueName(), "role", "admin");
    }

    private static String uniqueName() {
        return "Audited " + Uuid7.compact(Uuid7.next());
    }

    /** Something that is there already, made by somebody else. */
    private record ExistingResource(String address, String version) {

        static ExistingResource create(String list, Map<String, Object> form) {
            var made = Callers.as("admin").contentType(ContentType.JSON).body(form).post(list).then().statusCode(201).extract();
            return new ExistingResource(list + "/" + made.path("id"), String.valueOf(made.header("ETag")));
        }

        String id() {
            return address.replaceFirst(".*/", "");
        }

        /** A request whose path begins there. */
        RequestSpecification at(RequestSpecification by) {
            return by.basePath(address);
        }

        RequestSpecification withIfMatch(RequestSpecification by) {
            return at(by).header("If-Match", version);
        }
    }
}
