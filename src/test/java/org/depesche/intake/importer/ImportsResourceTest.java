package org.depesche.intake.importer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.depesche.testkit.FinishedImport;
import org.depesche.testkit.SharedMaterial;
import org.depesche.testkit.UnfinishedImport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
class ImportsResourceTest {

    private static final String ARTICLES = "/v1/editorial/articles/";

    @Inject
    Jdbi jdbi;

    /** An id that only this test uses. */
    private String own;

    @BeforeEach
    void makeACategory() {
        own = "import-" + Long.toString(System.nanoTime(), 36);
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("slug", own, "name", own))
                .post("/v1/editorial/categories")
                .then().statusCode(201);
    }

    @Test
    void theSeedArticlesAreImportedCompletely() {
        var seed = ImportRequest
                .sendAndAwait(
                        ImportRequest.of(SharedMaterial.bytes("data/seed/articles.ndjson")).with("unknownCategory", "create"));

        assertThat(seed.rejections()).isEmpty();
        assertThat(seed.count("read")).isEqualTo(16);
        assertThat(seed.count("created") + seed.count("unchanged")).isEqualTo(16);
    }

    @Test
    void anImportIsAcceptedAndPublishedInOrder() {
        var submitted = ImportRequest.of(record("a"), record("b"), record("c")).send().statusCode(202)
                .header("Location", containsString(ImportRequest.PATH + "/")).body("id", notNullValue()).extract();

        var ended = FinishedImport.await(submitted.path("id"));

        assertThat(ended.state()).isEqualTo("finished");
        assertThat(ended.view().getString("startedAt")).isNotNull();
        assertThat(ended.view().getString("finishedAt")).isNotNull();
        assertThat(counts(ended)).containsExactly(3L, 3L, 0L, 0L, 0L);
        given().queryParam("category", own).get("/v1/articles").then().statusCode(200)
                .body("items.slug", equalTo(List.of(own + "-c", own + "-b", own + "-a")));
        given().get("/v1/articles/" + own + "-a").then().statusCode(200)
                .body("publishedAt", equalTo("2024-10-21T00:00:00+02:00"))
                .body("updatedAt", equalTo("2024-10-21T00:00:00+02:00"));
    }

    @Test
    void theSameFileAgainChangesNothingAlsoAfterDeskEdits() {
        var lines = new String[] { record("a"), keyless("Ohne Schlüssel"), "{\"origin\": {\"system\": \"" + own
                + "\", \"id\": \"1\"}, \"headline\": \"Mit Herkunft\", \"category\": \"" + own + "\"}" };
        assertThat(counts(ImportRequest.sendAndAwait(ImportRequest.of(lines)))).containsExactly(3L, 3L, 0L, 0L, 0L);
        var article = Callers.as("editor").get(ARTICLES + own + "-a").then().extract();
        Callers.as("editor").contentType("application/merge-patch+json").header("If-Match", article.header("ETag"))
                .body("{\"headline\": \"Vom Desk\"}").patch(ARTICLES + own + "-a").then().statusCode(200);

        var again = ImportRequest.sendAndAwait(ImportRequest.of(lines));

        assertThat(counts(again)).containsExactly(3L, 0L, 0L, 3L, 0L);
        Callers.as("editor").get(ARTICLES + own + "-a").then().body("headline", equalTo("Vom Desk"));
    }

    @Test
    void anImportThatHasNotEndedCanBeCancelled() {
        var path = ImportRequest.PATH + "/" + UnfinishedImport.create();

        Callers.as("admin").delete(path).then().statusCode(204);

        Callers.as("admin").get(path).then().body("state", equalTo("cancelled"));
        Callers.as("admin").delete(path).then().statusCode(204);
        var ended = ImportRequest.PATH + "/" + ImportRequest.sendAndAwait(ImportRequest.of(record("a"))).id();
        Callers.as("admin").delete(ended).then().statusCode(409).body("detail", containsString("finished"));
        Callers.as("admin").delete(ImportRequest.PATH + "/nonsense").then().statusCode(404);
        Callers.as("admin").delete(ImportRequest.PATH + "/" + Uuid7.next()).then().statusCode(404);
    }

    @Test
    void orderOfMembersDoesNotMatterAChangedRecordDoes() {
        ImportRequest.sendAndAwait(
                ImportRequest.of("{\"slug\": \"%1$s-x\", \"headline\": \"Alt\", \"category\": \"%1$s\"}".formatted(own)));

        var reordered = ImportRequest
                .sendAndAwait(
                        ImportRequest.of("{\"category\":\"%1$s\",\"headline\":\"Alt\",\"slug\":\"%1$s-x\"}".formatted(own)));
        var changed = ImportRequest
                .sendAndAwait(ImportRequest
                        .of("{\"slug\": \"%1$s-x\", \"headline\": \"Neu\", \"category\": \"%1$s\"}".formatted(own)));

        assertThat(counts(reordered)).containsExactly(1L, 0L, 0L, 1L, 0L);
        assertThat(counts(changed)).containsExactly(1L, 0L, 1L, 0L, 0L);
        given().get("/v1/articles/" + own + "-x").then().body("headline", equalTo("Neu"));
        Callers.as("editor").get(ARTICLES + own + "-x").then().body("revision", equalTo(2)).body("publishedRevision",
                equalTo(2));
    }

    @Test
    void repeatedRecordsInAFileAreImportedInOrder() {
        var ended = ImportRequest
                .sendAndAwait(ImportRequest.of(record("a"), record("a"), record("a").replace("Meldung", "Neue Meldung"),
                        record("a")));

        assertThat(counts(ended)).containsExactly(4L, 1L, 2L, 1L, 0L);
        given().get("/v1/articles/" + own + "-a").then().body("headline", equalTo("Meldung a"));
        Callers.as("editor").get(ARTICLES + own + "-a").then().body("revision", equalTo(3));
    }

    @Test
    void aFileWithAnArticleSeveralTimesIsUnchangedWhenRepeated() {
        var origin = "{\"origin\": {\"system\": \"%1$s\", \"id\": \"1\"}, \"headline\": \"%2$s\", \"category\": \"%1$s\"}";
        var lines = new String[] { origin.formatted(own, "Erst"), record("a"), origin.formatted(own, "Dann"),
                origin.formatted(own, "Schließlich"), origin.formatted("gibt-es-nicht", "Falsch") };
        assertThat(counts(ImportRequest.sendAndAwait(ImportRequest.of(lines)))).containsExactly(5L, 2L, 2L, 0L, 1L);

        assertThat(counts(ImportRequest.sendAndAwait(ImportRequest.of(lines)))).containsExactly(5L, 0L, 0L, 4L, 1L);

        assertThat(counts(ImportRequest.sendAndAwait(ImportRequest.of(lines[0])))).containsExactly(1L, 0L, 1L, 0L, 0L);
    }

    @Test
    void invalidRecordsAreRejectedWithLineAndReasonAndTheOthersImported() {
        var ended = ImportRequest
                .sendAndAwait(
                        ImportRequest.of(record("a"), "{broken", "", "[1]", record("b").replace("2024-10-21", "0001-01-01"),
                                record("c").replace(own + "\"}", "gibt-es-nicht\"}"), "{\"slug\": \"" + own + "-d\"}",
                                record("e").replace("headline", "headlin"), "{\"a\": \"\\ud800\"}", record("f")));

        assertThat(counts(ended)).containsExactly(9L, 2L, 0L, 0L, 7L);
        var rejections = ended.rejections();
        assertThat(rejections).extracting("line").containsExactly(2, 4, 5, 6, 7, 8, 9);
        assertThat(rejections).extracting(rejection -> rejection.get("key")).containsExactly(null, null, own + "-b", own + "-c",
                own + "-d", own + "-e",
                null);
        assertThat(reason(rejections, 0)).contains("not valid JSON").doesNotContain("line");
        assertThat(reason(rejections, 2)).contains("/publishedAt").contains("before 1900");
        assertThat(reason(rejections, 3)).contains("/category").contains("gibt-es-nicht");
        assertThat(reason(rejections, 4)).contains("/headline: A headline is required.")
                .contains("/category: A category is required.");
        assertThat(reason(rejections, 5)).contains("/headlin").contains("headline");
        assertThat((List<?>) rejections.get(4).get("errors")).hasSize(2);
    }

    @Test
    void rejectionsComeInPages() {
        var lines = IntStream.rangeClosed(1, 23).mapToObj(i -> "{}").toArray(String[]::new);
        var ended = ImportRequest.sendAndAwait(ImportRequest.of(lines));

        var seen = new ArrayList<Integer>();
        var next = ImportRequest.PATH + "/" + ended.id() + "/rejections?limit=10&total=true";
        while (next != null) {
            var page = Callers.as("admin").urlEncodingEnabled(false).get(next).then().statusCode(200)
                    .body("page.total", equalTo(23))
                    .extract().jsonPath();
            seen.addAll(page.getList("items.line"));
            next = page.getString("page.next");
        }
        assertThat(seen).containsExactlyElementsOf(IntStream.rangeClosed(1, 23).boxed().toList());
    }

    @Test
    void anyLineEndAndAByteOrderMarkAreAccepted() {
        var body = "\uFEFF" + record("a") + "\r\n\r\n   \n" + record("b");

        assertThat(counts(ImportRequest.sendAndAwait(ImportRequest.of(body.getBytes(UTF_8))))).containsExactly(2L, 2L, 0L, 0L,
                0L);
        assertThat(counts(ImportRequest.sendAndAwait(ImportRequest.of(new byte[0])))).containsExactly(0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void gzippedUploadsAreAccepted() {
        var packed = ImportRequest.gzip((record("a") + "\n" + record("b")).getBytes(UTF_8));

        assertThat(counts(ImportRequest.sendAndAwait(ImportRequest.of(packed).header("Content-Encoding", "gzip"))))
                .containsExactly(2L, 2L, 0L,
                        0L, 0L);
        ImportRequest.of(packed).header("Content-Encoding", "br").send().statusCode(415);
        ImportRequest.of("plain").header("Content-Encoding", "gzip").send().statusCode(400).body("type",
                endsWith("/problems/malformed-body"));
    }

    @Test
    void anIncompleteUploadIsRejectedCompletely() {
        var packed = ImportRequest.gzip(GeneratedRecords.of(700));
        var before = Callers.as("admin").get(ImportRequest.PATH).then().statusCode(200).extract()
                .<List<String>> path("items.id");

        ImportRequest.of(Arrays.copyOf(packed, packed.length - 20)).with("unknownCategory", "create")
                .header("Content-Encoding", "gzip").send()
                .statusCode(400).body("detail", containsString("Nothing of it was taken"));

        var failed = Callers.as("admin").get(ImportRequest.PATH).then().statusCode(200).extract().jsonPath()
                .<Map<String, Object>> getList("items.findAll { it.state == 'failed' }").stream()
                .filter(one -> !before.contains(one.get("id"))).toList();
        assertThat(failed).singleElement().satisfies(one -> assertThat(one).containsEntry("read", 0)
                .hasEntrySatisfying("reason", reason -> assertThat(reason.toString()).contains("broke off")));
    }

    @Test
    void onlyNdjsonFromAdminsIsAccepted() {
        Callers.as("admin").contentType("application/xml").body("<a/>").post(ImportRequest.PATH).then().statusCode(415);
        Callers.as("editor").contentType("application/x-ndjson").body("{}".getBytes(UTF_8)).post(ImportRequest.PATH).then()
                .statusCode(403);
        given().contentType("application/x-ndjson").body("{}".getBytes(UTF_8)).post(ImportRequest.PATH).then().statusCode(401);
        ImportRequest.of("{}").with("state", "public").with("unknownCategory", "maybe").send().statusCode(400).body("errors",
                hasSize(2));
        ImportRequest.of("{}").with("site", "nowhere").send().statusCode(400);
        Callers.as("admin").get(ImportRequest.PATH + "/01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11").then().statusCode(404);
    }

    @Test
    void draftsAreNotPublished() {
        var ended = ImportRequest
                .sendAndAwait(ImportRequest
                        .of(record("a").replace("\"headline\"", "\"updatedAt\": \"2024-10-23\", \"headline\""),
                                "{\"slug\": \"" + own + "-b\"}")
                        .with("state", "draft"));

        assertThat(counts(ended)).containsExactly(2L, 2L, 0L, 0L, 0L);
        given().get("/v1/articles/" + own + "-a").then().statusCode(404);
        Callers.as("editor").get(ARTICLES + own + "-a").then().body("state", equalTo("draft"))
                .body("updatedAt", equalTo("2024-10-23T00:00:00+02:00"));
    }

    @Test
    void recordsInTheFutureAreScheduledAndNotPublic() {
        ImportRequest.sendAndAwait(ImportRequest.of(record("a").replace("2024-10-21", "2999-01-01"),
                record("b").replace("\"headline\"", "\"embargoUntil\": \"2999-06-01T06:00:00Z\", \"headline\"")));

        given().get("/v1/articles/" + own + "-a").then().statusCode(404);
        Callers.as("editor").get(ARTICLES + own + "-a").then().body("state", equalTo("draft"))
                .body("scheduled.action", equalTo("publish")).body("scheduled.at", equalTo("2999-01-01T00:00:00+01:00"));
        Callers.as("editor").get(ARTICLES + own + "-b").then().body("scheduled.at", equalTo("2999-06-01T08:00:00+02:00"));
    }

    @Test
    void unknownCategoriesAreCreatedOnRequest() {
        var line = record("a").replace(own + "\"}", "Neue Rubrik " + own + "\"}");

        assertThat(counts(ImportRequest.sendAndAwait(ImportRequest.of(line)))).containsExactly(1L, 0L, 0L, 0L, 1L);
        assertThat(counts(
                ImportRequest.sendAndAwait(ImportRequest.of(line, line.replace("-a", "-b")).with("unknownCategory", "create"))))
                .containsExactly(2L, 2L, 0L, 0L, 0L);
        given().get("/v1/categories/neue-rubrik-" + own).then().statusCode(200).body("name", equalTo("Neue Rubrik " + own));
    }

    @Test
    void aCategoryInTwoSpellingsIsCreatedOnce() {
        var spellings = List.of("neue-rubrik-" + own, "Neue Rubrik " + own, "NEUE RUBRIK: " + own);
        var lines = spellings.stream().map(name -> record("s" + spellings.indexOf(name)).replace(own + "\"}", name + "\"}"))
                .toList();

        var ended = ImportRequest
                .sendAndAwait(ImportRequest.of(lines.toArray(String[]::new)).with("unknownCategory", "create"));
        var again = ImportRequest
                .sendAndAwait(ImportRequest.of(record("s3").replace(own + "\"}", "Neue Rubrik (" + own + ")\"}"))
                        .with("unknownCategory", "create"));

        assertThat(ended.rejections()).isEmpty();
        assertThat(again.rejections()).isEmpty();
        given().get("/v1/articles?total=true&category=neue-rubrik-" + own).then().body("page.total", equalTo(4));
        assertThat(given().get("/v1/categories?flat=true").jsonPath().<String> getList("items.slug"))
                .filteredOn(slug -> slug.startsWith("neue")).containsExactly("neue-rubrik-" + own);
        given().get("/v1/categories/neue-rubrik-" + own).then().body("name", equalTo("Neue Rubrik " + own));
    }

    @Test
    void aSlugOfAnotherArticleIsRejectedAndOneFromTheHeadlineNumbered() {
        var origin = "{\"origin\": {\"system\": \"%1$s\", \"id\": \"%2$s\"}, %3$s\"headline\": \"%1$s\", "
                + "\"category\": \"%1$s\"}";

        var ended = ImportRequest.sendAndAwait(ImportRequest.of(origin.formatted(own, "1", ""), origin.formatted(own, "2", ""),
                origin.formatted(own, "3", "\"slug\": \"" + own + "\", "), origin.formatted(own, "4", "")));

        assertThat(counts(ended)).containsExactly(4L, 3L, 0L, 0L, 1L);
        assertThat(reason(ended.rejections(), 0)).contains("another article's");
        given().queryParam("category", own).get("/v1/articles").then()
                .body("items.slug", equalTo(List.of(own + "-3", own + "-2", own)));
    }

    @Test
    void recordsMayLinkToArticlesOfTheSameBatch() {
        var ended = ImportRequest.sendAndAwait(ImportRequest.of(
                record("a").replace("\"headline\"",
                        "\"body\": [{\"type\": \"articleLink\", \"article\": \"" + own + "-b\"}], \"headline\""),
                record("b").replace("\"headline\"", "\"translationOf\": \"" + own + "-a\", \"headline\"")));

        assertThat(ended.rejections()).isEmpty();
        given().get("/v1/articles/" + own + "-a").then().statusCode(200).body("body[0].article.slug", equalTo(own + "-b"));
    }

    @Test
    void aRecordThatClosesACircleOfTranslationsIsRejected() {
        var ended = ImportRequest.sendAndAwait(ImportRequest.of(
                record("a").replace("\"headline\"", "\"translationOf\": \"" + own + "-b\", \"headline\""),
                record("b").replace("\"headline\"", "\"translationOf\": \"" + own + "-a\", \"headline\""),
                record("c").replace("\"headline\"", "\"translationOf\": \"" + own + "-c\", \"headline\"")));

        assertThat(ended.rejections()).hasSize(2);
        assertThat(reason(ended.rejections(), 0)).contains("translation of itself");
        given().get("/v1/articles/" + own + "-a").then().statusCode(200);
    }

    @Test
    void theSameKeyIsOneImport() {
        var first = ImportRequest.of(record("a")).header("Idempotency-Key", own).send().statusCode(202).extract();
        FinishedImport.await(first.path("id"));

        var again = ImportRequest.of(record("a")).header("Idempotency-Key", own).send().statusCode(202).extract();

        assertThat(again.<String> path("id")).isEqualTo(first.path("id"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        ImportRequest.of(record("b")).header("Idempotency-Key", own).send().statusCode(422)
                .body("type", endsWith("/problems/idempotency-mismatch"));
    }

    @Test
    void importsAreListedNewestFirst() {
        var ended = ImportRequest.sendAndAwait(ImportRequest.of(record("a")));

        Callers.as("admin").queryParam("limit", 100).get(ImportRequest.PATH).then().statusCode(200).body("items.id",
                hasItem(ended.id()));
    }

    @Test
    void largeFilesAreCutIntoManyBatchesAndNothingIsLost() {
        var body = new String(GeneratedRecords.of(1_300), UTF_8).replace("\"bench\"", "\"" + own + "\"");

        var ended = ImportRequest.sendAndAwait(ImportRequest.of(body.getBytes(UTF_8)).with("unknownCategory", "create"));

        assertThat(ended.rejections()).isEmpty();
        assertThat(counts(ended)).containsExactly(1_300L, 1_300L, 0L, 0L, 0L);
    }

    @Test
    void aRecordThatTheDatabaseRejectsDoesNotFailTheOthers() {
        ImportRequest.sendAndAwait(ImportRequest.of(record("b")));
        jdbi.useHandle(handle -> handle.execute("insert into article_revision (article_id, number, slug, at, by_whom, kind,"
                + " document) select id, revision, slug, now(), 'x', 'save', '{}' from article where slug = ?", own + "-b"));

        var ended = ImportRequest
                .sendAndAwait(ImportRequest.of(record("a"), record("b").replace("Meldung", "Neue"), record("c")));

        assertThat(counts(ended)).containsExactly(3L, 2L, 0L, 0L, 1L);
        assertThat(ended.rejections().get(0)).containsEntry("line", 2).containsEntry("key", own + "-b");
        assertThat(reason(ended.rejections(), 0)).contains("the fault is ours");
        given().get("/v1/articles/" + own + "-c").then().statusCode(200);
    }

    @Test
    void withdrawnAndUnpublishedArticlesStayWithdrawnAndUnpublished() {
        ImportRequest.sendAndAwait(ImportRequest.of(record("a"), record("b")));
        for (var end : Map.of("a", "withdrawn", "b", "unpublished").entrySet()) {
            jdbi.useHandle(handle -> handle.execute("update article set state = ? where slug = ?", end.getValue(),
                    own + "-" + end.getKey()));
            jdbi.useHandle(handle -> handle.execute("delete from published_article where slug = ?", own + "-" + end.getKey()));
        }

        var ended = ImportRequest
                .sendAndAwait(ImportRequest.of(record("a").replace("Meldung", "Neue"), record("b").replace("Meldung", "Neue")));

        assertThat(counts(ended)).containsExactly(2L, 0L, 1L, 0L, 1L);
        assertThat(reason(ended.rejections(), 0)).contains("withdrawn");
        given().get("/v1/articles/" + own + "-b").then().statusCode(404);
        Callers.as("editor").get(ARTICLES + own + "-b").then().body("state", equalTo("unpublished")).body("headline",
                equalTo("Neue b"));
    }

    @Test
    void anOverlongLineIsRejectedAndTheOthersImported() {
        var ended = ImportRequest.sendAndAwait(ImportRequest.of(record("a"), "x".repeat((8 << 20) + 1), record("b")));

        assertThat(counts(ended)).containsExactly(3L, 2L, 0L, 0L, 1L);
        assertThat(ended.rejections().get(0)).containsEntry("line", 2);
        assertThat(reason(ended.rejections(), 0)).contains("longer than").contains("8388608");
    }

    private String record(String name) {
        return ("{\"slug\": \"%1$s-%2$s\", \"headline\": \"Meldung %2$s\", \"publishedAt\": \"2024-10-21\", "
                + "\"category\": \"%1$s\"}").formatted(own, name);
    }

    private String keyless(String headline) {
        return "{\"headline\": \"%s %s\", \"category\": \"%s\"}".formatted(headline, own, own);
    }

    private static List<Long> counts(FinishedImport ended) {
        return List.of("read", "created", "updated", "unchanged", "rejected").stream().map(ended::count).toList();
    }

    private static String reason(List<Map<String, Object>> rejections, int index) {
        return (String) rejections.get(index).get("reason");
    }
}
