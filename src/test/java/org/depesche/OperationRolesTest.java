package org.depesche;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.depesche.OpenApiOperations.Operation;
import org.depesche.testkit.Callers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

/** Who may call what: every operation of the OpenAPI document with every kind of key. A new operation needs a line here. */
@QuarkusTest
class OperationRolesTest {

    private static final List<String> ROLES = List.of("nobody", "reader", "author", "editor", "admin");
    private static final String[] METHODS = { "get", "post", "put", "patch", "delete" };
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The smallest role that may; of {@code nobody} no key is asked. */
    private static final Map<String, String> MINIMUM_ROLE = Map.ofEntries(
            entry("cancelImport", "admin"),
            entry("cancelSchedule", "editor"),
            entry("compareRevisions", "author"),
            entry("createArticle", "author"),
            entry("createAuthor", "editor"),
            entry("createCategory", "editor"),
            entry("createImage", "editor"),
            entry("createKey", "admin"),
            entry("createPreviewLink", "author"),
            entry("createSite", "admin"),
            entry("createTag", "editor"),
            entry("deleteAuthor", "editor"),
            entry("deleteArticle", "author"),
            entry("deleteCategory", "editor"),
            entry("deleteCollection", "editor"),
            entry("deleteImage", "editor"),
            entry("deleteSite", "admin"),
            entry("deleteTag", "editor"),
            entry("eraseArticle", "admin"),
            entry("eraseAuthor", "admin"),
            entry("eraseCaller", "admin"),
            entry("getArchive", "nobody"),
            entry("getArticle", "nobody"),
            entry("getArticleFeed", "nobody"),
            entry("getFeedPage", "nobody"),
            entry("getOEmbed", "nobody"),
            entry("getArticleForAgents", "nobody"),
            entry("getArticleJsonLd", "nobody"),
            entry("getArticleMarkdown", "nobody"),
            entry("getArticleNinjs", "nobody"),
            entry("getArticlesNinjs", "nobody"),
            entry("getRelatedFeed", "nobody"),
            entry("getAuthorFeed", "nobody"),
            entry("getCategoryFeed", "nobody"),
            entry("getCollectionFeed", "nobody"),
            entry("getNewsSitemap", "nobody"),
            entry("getSearchFeed", "nobody"),
            entry("getSitemapIndex", "nobody"),
            entry("getSitemap", "nobody"),
            entry("getTagFeed", "nobody"),
            entry("getAuthor", "nobody"),
            entry("getCategory", "nobody"),
            entry("getCollection", "nobody"),
            entry("getEditorialAuthor", "editor"),
            entry("getEditorialCategory", "editor"),
            entry("getEditorialCollection", "editor"),
            entry("getEditorialImage", "editor"),
            entry("getEditorialSite", "admin"),
            entry("getEditorialTag", "editor"),
            entry("getImage", "nobody"),
            entry("getImageFile", "editor"),
            entry("getImageFileMetadata", "editor"),
            entry("replaceImageFile", "editor"),
            entry("uploadImages", "editor"),
            entry("getRevision", "author"),
            entry("getSearchRebuild", "admin"),
            entry("rebuildSearch", "admin"),
            entry("search", "nobody"),
            entry("suggest", "nobody"),
            entry("getTag", "nobody"),
            entry("importArticles", "admin"),
            entry("listArticles", "nobody"),
            entry("listAuditEntries", "admin"),
            entry("listAuthorArticles", "nobody"),
            entry("listAuthors", "nobody"),
            entry("listCategories", "nobody"),
            entry("listCategoryArticles", "nobody"),
            entry("listChanges", "nobody"),
            entry("listCollections", "nobody"),
            entry("listEditorialArticles", "author"),
            entry("listEditorialAuthors", "editor"),
            entry("listEditorialCategories", "editor"),
            entry("listEditorialCollections", "editor"),
            entry("listEditorialImages", "editor"),
            entry("listEditorialSites", "admin"),
            entry("listEditorialTags", "editor"),
            entry("listImageArticles", "nobody"),
            entry("listTagArticles", "nobody"),
            entry("listImages", "nobody"),
            entry("listImports", "admin"),
            entry("listKeys", "admin"),
            entry("patchKey", "admin"),
            entry("listRejections", "admin"),
            entry("listRelatedArticles", "nobody"),
            entry("listPreviewLinks", "author"),
            entry("listRevisions", "author"),
            entry("listSites", "nobody"),
            entry("getSiteRobots", "nobody"),
            entry("getSiteRsl", "nobody"),
            entry("getSiteTdmReservations", "nobody"),
            entry("getSiteTdmPolicy", "nobody"),
            entry("getTdmReservations", "nobody"),
            entry("getArticleRsl", "nobody"),
            entry("getArticleTdmPolicy", "nobody"),
            entry("listTags", "nobody"),
            entry("mergeAuthor", "editor"),
            entry("mergeCategory", "editor"),
            entry("mergeTag", "editor"),
            entry("patchArticle", "author"),
            entry("patchAuthor", "editor"),
            entry("patchCategory", "editor"),
            entry("patchImage", "editor"),
            entry("patchSite", "admin"),
            entry("patchTag", "editor"),
            entry("pickRelatedArticles", "editor"),
            entry("previewArticle", "nobody"),
            entry("publishArticle", "editor"),
            entry("getEditorialArticle", "author"),
            entry("getImport", "admin"),
            entry("exportArticles", "nobody"),
            entry("streamChanges", "nobody"),
            entry("createWebhook", "admin"),
            entry("deleteWebhook", "admin"),
            entry("enableWebhook", "admin"),
            entry("getWebhook", "admin"),
            entry("listWebhookDeliveries", "admin"),
            entry("listWebhooks", "admin"),
            entry("patchWebhook", "admin"),
            entry("pingWebhook", "admin"),
            entry("redeliverWebhookMessage", "admin"),
            entry("rotateWebhookSecret", "admin"),
            entry("getKey", "admin"),
            entry("patchCollection", "editor"),
            entry("putCollection", "editor"),
            entry("replaceArticle", "author"),
            entry("replaceAuthor", "editor"),
            entry("replaceCategory", "editor"),
            entry("replaceSite", "admin"),
            entry("replaceTag", "editor"),
            entry("requestSubscription", "nobody"),
            entry("resolveAddress", "nobody"),
            entry("restoreRevision", "author"),
            entry("revokeKey", "admin"),
            entry("revokePreviewLink", "author"),
            entry("unpublishArticle", "editor"),
            entry("withdrawArticle", "editor"));

    @Inject
    Jdbi jdbi;

    /** What an answer has to be, whatever it says about the rest of the request. */
    private enum Verdict {
        UNAUTHENTICATED,
        INVALID_TOKEN,
        FORBIDDEN,
        ALLOWED
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsAllowedForItsRolesOnly() {
        var keys = keys();
        return operations().map(operation -> dynamicTest(operation.id(), () -> {
            assertThat(MINIMUM_ROLE).as("the table of roles").containsKey(operation.id());
            var smallest = MINIMUM_ROLE.get(operation.id());
            keys.forEach((who, key) -> assertThat(verdict(operation, key)).as(who).isEqualTo(expected(who, smallest)));
        }));
    }

    @Test
    void theTableNamesOnlyExistingOperations() {
        assertThat(MINIMUM_ROLE.keySet()).isSubsetOf(operations().map(Operation::id).toList());
    }

    private static Verdict expected(String who, String smallest) {
        if (!ROLES.contains(who)) {
            return Verdict.INVALID_TOKEN;
        }
        if (ROLES.indexOf(who) >= ROLES.indexOf(smallest)) {
            return Verdict.ALLOWED;
        }
        return who.equals("nobody") ? Verdict.UNAUTHENTICATED : Verdict.FORBIDDEN;
    }

    /** HEAD stands wherever GET does, and tells no more. */
    private static Verdict verdict(Operation operation, String key) {
        var verdict = verdict(send(operation.method(), operation, key));
        if (operation.method().equals("GET")) {
            assertThat(send("HEAD", operation, key).statusCode() / 100).as("HEAD")
                    .isEqualTo(send("GET", operation, key).statusCode() / 100);
        }
        return verdict;
    }

    private static Verdict verdict(HttpResponse<?> answer) {
        var challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
        assertThat(challenge.isEmpty()).as("WWW-Authenticate with 401 alone").isEqualTo(answer.statusCode() != 401);
        assertThat(answer.statusCode()).isLessThan(500);
        return switch (answer.statusCode()) {
            case 401 -> refused(answer,
                    challenge.contains("error=\"invalid_token\"") ? Verdict.INVALID_TOKEN : Verdict.UNAUTHENTICATED);
            case 403 -> refused(answer, Verdict.FORBIDDEN);
            default -> Verdict.ALLOWED;
        };
    }

    private static Verdict refused(HttpResponse<?> answer, Verdict verdict) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValueSatisfying(
                words -> assertThat(words).contains("no-store"));
        return verdict;
    }

    /** Leads to nothing and says nothing, so that whoever is let in does no harm. */
    private static HttpResponse<?> send(String method, Operation operation, String key) {
        var address = OpenApiOperations.expandPath(operation.path(), UUID.randomUUID().toString());
        var hasBody = !operation.bodyTypes().isEmpty() && !operation.id().equals("importArticles");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                .timeout(Duration.ofMinutes(2))
                .method(method, hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        operation.bodyTypes().stream().findFirst().ifPresent(type -> request.header("Content-Type", type));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            // a stream is left as soon as its status is known
            var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer;
        } catch (IOException e) {
            throw new AssertionError(method + " " + address, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Operation> operations() {
        return OpenApiOperations.load().operations(METHODS).stream();
    }

    private Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("nobody", "");
        ROLES.stream().skip(1).forEach(role -> keys.put(role, Callers.key(role)));
        keys.put("expired", expiredKey());
        keys.put("revoked", revokedKey());
        return keys;
    }

    private String expiredKey() {
        var made = createKey();
        jdbi.useHandle(handle -> handle.createUpdate("update api_key set expires_at = '2020-01-01' where id = ?")
                .bind(0, UUID.fromString(made.get("id"))).execute());
        return made.get("key");
    }

    private static String revokedKey() {
        var made = createKey();
        Callers.as("admin").delete("/v1/editorial/keys/" + made.get("id")).then().statusCode(204);
        return made.get("key");
    }

    private static Map<String, String> createKey() {
        return Callers.as("admin").contentType(ContentType.JSON).body(Map.of("name", "soon over", "role", "admin"))
                .post("/v1/editorial/keys").then().statusCode(201).extract().jsonPath().getMap("");
    }
}
