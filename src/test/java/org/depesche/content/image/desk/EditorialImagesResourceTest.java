package org.depesche.content.image.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class EditorialImagesResourceTest {

    private static final String IMAGES = "/v1/editorial/images";
    private static final String ARTICLES = "/v1/editorial/articles";
    private static final String CATEGORY = "bilder";
    private static final Map<String, Object> COMPLETE = Map.ofEntries(Map.entry("alt", "Eine Fähre"),
            Map.entry("caption", "Änne"),
            Map.entry("credit", "Ada"), Map.entry("width", 3_600), Map.entry("height", 2_400),
            Map.entry("focalPoint", Map.of("x", 0.5f, "y", 0.25f)), Map.entry("dominantColor", "#3a5f7d"),
            Map.entry("mediaType", "image/jpeg"), Map.entry("takenAt", "2026-01-08T10:00:00+01:00"),
            Map.entry("location", Map.of("city", "Möhlenfurt", "country", "DE")), Map.entry("keywords", List.of("Fähre")),
            Map.entry("rights", Map.of("creator", "Ada", "expiresAt", "2030-07-01T00:00:00+02:00")));

    private final String mark = "q" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aCategory() {
        Newsroom.ensureCategory(CATEGORY, "Bilder");
    }

    @Test
    void anImageIsRegisteredReadAndNotPublic() {
        var metadata = new HashMap<>(COMPLETE);
        metadata.put("src", "https://media.example.org/" + mark + ".jpg");

        var created = create(metadata).statusCode(201).header("Location", containsString(IMAGES + "/")).extract();

        assertThat(created.header("Location")).endsWith(created.<String> path("id"));
        var read = read(created).statusCode(200).header("ETag", equalTo(created.header("ETag"))).extract();
        metadata.forEach((member, value) -> assertThat(read.<Object> path(member)).as(member).isEqualTo(value));
        given().get("/v1/images/" + created.path("id")).then().statusCode(404);
        given().get("/v1/images?q=" + mark).then().body("items", hasSize(0));
    }

    @Test
    void allErrorsAreReportedAtOnceAndSomeMetadataIsRequired() {
        create(Map.of("id", UUID.randomUUID(), "alt", 7, "src", "ftp://x", "width", 0, "altt", "")).statusCode(400)
                .body("errors.pointer", equalTo(List.of("/id", "/alt", "/src", "/width", "/altt")));
        create(Map.of("width", 7)).statusCode(400).body("errors[0].detail", containsString("Words are needed"));
        Callers.as("editor").multiPart("file", "x.jpg", new byte[3], "image/jpeg").post(IMAGES).then().statusCode(415);
    }

    @Test
    void aUrlIsRegisteredOnceByConcurrentRequests() throws Exception {
        var metadata = Map.<String, Object> of("src", "https://media.example.org/" + mark + ".jpg");
        var pool = Executors.newFixedThreadPool(6);
        try {
            var answers = new ArrayList<Integer>();
            for (Future<Integer> answer : pool.invokeAll(
                    IntStream.range(0, 6).<Callable<Integer>> mapToObj(n -> () -> create(metadata).extract().statusCode())
                            .toList())) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        } finally {
            pool.shutdownNow();
        }

        var other = create(Map.of("alt", mark)).statusCode(201).extract();
        create(metadata).statusCode(409).body("errors.pointer", equalTo(List.of("/src")));
        patch(other, metadata).statusCode(409).body("errors.pointer", equalTo(List.of("/src")));
    }

    @Test
    void theSameKeyRegistersOnce() {
        var ids = IntStream.range(0, 2).mapToObj(n -> Callers.as("editor").contentType(ContentType.JSON)
                .header("Idempotency-Key", mark).body(Map.of("alt", mark)).post(IMAGES).then().statusCode(201).extract()
                .<String> path("id")).distinct();

        assertThat(ids).hasSize(1);
    }

    @Test
    void imagesAreListedNewestFirstUsedOrNot() {
        var first = create(Map.of("alt", "Münster " + mark, "credit", "Ada/photothek.de")).statusCode(201).extract();
        var second = create(Map.of("caption", "Das münster " + mark)).statusCode(201).extract();

        list("q=" + mark + "&total=true").body("items.id", equalTo(List.of(second.path("id"), first.path("id"))))
                .body("page.total", equalTo(2));
        list("q=MÜNSTER " + mark + "&credit=PhotoThek").body("items.id", equalTo(List.of(first.<String> path("id"))));
        var next = list("q=" + mark + "&limit=1").body("items", hasSize(1)).extract().<String> path("page.next");
        Callers.as("editor").urlEncodingEnabled(false).get(next).then().statusCode(200).body("items.id",
                equalTo(List.of(first.<String> path("id"))));
        Callers.as("editor").get(IMAGES + "?site=default&limit=0").then().statusCode(400).body("errors", hasSize(2));
    }

    @Test
    void aPatchChangesWhatItNamesAndTheVersion() {
        var created = create(COMPLETE).statusCode(201).extract();

        var after = patch(created, Map.of("alt", "Zwei", "location", Map.of("city", "Berlin"))).statusCode(200).extract();

        assertThat(after.<Object> path("alt")).isEqualTo("Zwei");
        assertThat(after.<Object> path("location")).isEqualTo(Map.of("city", "Berlin", "country", "DE"));
        assertThat(after.<Object> path("rights")).isEqualTo(created.path("rights"));
        assertThat(after.header("ETag")).isNotEqualTo(created.header("ETag"));
        patch(created, Map.of("alt", "Drei")).statusCode(412).header("ETag", equalTo(after.header("ETag")));
        Callers.as("editor").contentType(ContentType.JSON).body("{}").patch(path(created)).then().statusCode(428);
        patch(after, Map.of("id", UUID.randomUUID(), "createdAt", "2020-01-01")).statusCode(400).body("errors.pointer",
                equalTo(List.of("/createdAt", "/id")));
        var cleared = Callers.as("editor").contentType("application/merge-patch+json").header("If-Match", after.header("ETag"))
                .body("{\"alt\": null, \"rights\": null, \"keywords\": null}").patch(path(created)).then().statusCode(200)
                .body("$", not(hasKey("alt"))).body("$", not(hasKey("rights"))).body("keywords", hasSize(0)).extract();
        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", cleared.header("ETag"))
                .body("{\"caption\": null, \"credit\": null}").patch(path(created)).then().statusCode(400);
    }

    @Test
    void anUnchangedRepresentationChangesNothing() {
        var metadata = new HashMap<>(COMPLETE);
        metadata.put("takenAt", "2026-01-08T10:00:00.25+01:00");
        metadata.put("rights", Map.of("expiresAt", "2030-07-01T00:00:00.5+02:00"));
        var created = create(metadata).statusCode(201).extract();
        var end = end();

        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", created.header("ETag")).body(created.asString())
                .patch(path(created)).then().statusCode(200).header("ETag", equalTo(created.header("ETag")));

        assertThat(end()).isEqualTo(end);
    }

    @Test
    void publicResponsesShowTheChange() {
        var image = create(COMPLETE).statusCode(201).extract();
        var own = published(Map.of("image", Map.of("id", image.path("id"), "caption", "Hier anders")));
        var cached = given().get("/v1/articles/" + own.path("id")).then().statusCode(200).extract();
        var tag = "image:" + cached.header("Surrogate-Key").replaceFirst(".*image:([^ ]+).*", "$1");
        var end = end();

        patch(image, Map.of("alt", "Neu gesehen", "caption", "Neu gesagt")).statusCode(200);

        given().header("If-None-Match", cached.header("ETag")).get("/v1/articles/" + own.path("id")).then().statusCode(200)
                .body("image.alt", equalTo("Neu gesehen")).body("image.caption", equalTo("Hier anders"))
                .body("image.credit", equalTo("Ada"));
        given().get("/v1/images/" + image.path("id")).then().statusCode(200).body("caption", equalTo("Neu gesagt"))
                .header("Surrogate-Key", containsString(tag));
        given().get("/v1/articles?category=" + CATEGORY).then().header("Surrogate-Key", containsString(tag));
        changesOf(image, end).body("type", equalTo(List.of("image.updated")))
                .body("changed[0]", equalTo(List.of("alt", "caption"))).body("cacheTags[0]", hasItem(tag))
                .body("cacheTags[0]", hasItem("images"));
    }

    @Test
    void wordsOfOneUseBecomeThoseOfTheImageWhereTheUseSaysSo() {
        var image = create(COMPLETE).statusCode(201).extract();
        var other = published(Map.of("image", Map.of("id", image.path("id"))));
        var words = Map.of("id", image.<Object> path("id"), "alt", "Besser gesehen", "credit", "Eva", "writeBack", true);
        var end = end();

        var own = published(Map.of("image", words, "body", List.of(Map.of("type", "image", "image", Map.of("id",
                image.path("id"), "alt", "Nur hier")))));

        read(image).body("alt", equalTo("Besser gesehen")).body("caption", equalTo("Änne")).body("credit", equalTo("Eva"))
                .body("width", equalTo(3_600)).body("keywords", equalTo(List.of("Fähre")));
        given().get("/v1/articles/" + other.path("id")).then().body("image.alt", equalTo("Besser gesehen"));
        given().get("/v1/changes?limit=100&since=" + end).then().body("items.type", hasItem("image.updated"));
        patch(image, Map.of("alt", "Noch besser")).statusCode(412);
        patch(read(image).extract(), Map.of("alt", "Noch besser")).statusCode(200);
        given().get("/v1/articles/" + own.path("id")).then().body("image.alt", equalTo("Noch besser"))
                .body("body[0].image.alt", equalTo("Nur hier"));
    }

    @Test
    void aCollectionCanWriteItsWordsBackAndAnAuthorCannot() {
        var image = create(COMPLETE).statusCode(201).extract();
        var words = Map.of("id", image.<Object> path("id"), "alt", "Aus der Sammlung", "writeBack", true);
        Callers.as("author").contentType(ContentType.JSON).body(Map.of("headline", "Entwurf", "image", words)).post(ARTICLES)
                .then().statusCode(403);
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("headline", "Ohne Bild", "image",
                Map.of("alt", "Neu", "writeBack", true))).post(ARTICLES).then().statusCode(400)
                .body("errors.pointer", hasItem("/image/writeBack"));
        read(image).body("alt", equalTo("Eine Fähre"));

        Callers.as("editor").contentType(ContentType.JSON).header("If-None-Match", "*")
                .body(Map.of("name", mark, "image", words)).put("/v1/editorial/collections/" + mark).then().statusCode(201);

        read(image).body("alt", equalTo("Aus der Sammlung"));
        assertThat(Newsroom.importArticles("{\"headline\": \"Eingespielt\", \"category\": \"" + CATEGORY
                + "\", \"image\": {\"id\": \"" + image.path("id") + "\", \"alt\": \"x\", \"writeBack\": true}}").view()
                .getInt("rejected")).isEqualTo(1);
        read(image).body("alt", equalTo("Aus der Sammlung"));
    }

    @Test
    void anImageInUseIsNotDeleted() {
        var image = create(COMPLETE).statusCode(201).extract();
        var use = Map.of("id", image.<Object> path("id"));
        var lead = draft(Map.of("image", use));
        var inside = draft(Map.of("body", List.of(Map.of("type", "image", "image", use))));
        var shown = published(Map.of("image", use));
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("name", mark, "image", use))
                .put("/v1/editorial/collections/" + mark).then().statusCode(201);

        delete(image).statusCode(409).body("articles.slug.sort()", equalTo(slugs(List.of(lead, inside, shown))))
                .body("articles.id", hasSize(3)).body("collections.slug", equalTo(List.of(mark)))
                .body("detail", containsString(lead.path("slug")));

        change(lead, Map.of("image", Map.of("alt", "Ein anderes")));
        remove(inside);
        change(shown, Map.of("headline", "Ohne Bild", "image", Map.of("alt", "Noch eins")));
        delete(image).statusCode(409).body("articles.slug", equalTo(slugs(List.of(shown))));
        publish(Callers.as("editor").get(ARTICLES + "/" + shown.path("id")).then().extract());
        delete(image).statusCode(409).body("articles", hasSize(0)).body("collections", hasSize(1));
        Callers.as("editor").header("If-Match", "*").delete("/v1/editorial/collections/" + mark).then().statusCode(204);
        var end = end();

        delete(image).statusCode(204);

        read(image).statusCode(404);
        changesOf(image, end).body("type", equalTo(List.of("image.deleted")));
        Callers.as("editor").contentType(ContentType.JSON).body(Map.of("headline", "Zu spät", "image", use)).post(ARTICLES)
                .then().statusCode(400).body("errors.pointer", equalTo(List.of("/image/id")));
    }

    @Test
    void atMostTwentyUsersAreNamed() {
        var image = create(Map.of("alt", mark)).statusCode(201).extract();
        var lines = IntStream.range(0, 22).mapToObj(n -> "{\"slug\": \"%s-%d\", \"image\": {\"id\": \"%s\"}}".formatted(mark, n,
                image.<String> path("id"))).toList();
        assertThat(Newsroom.importArticles("?state=draft", String.join("\n", lines)).count("created")).isEqualTo(22);

        delete(image).statusCode(409).body("articles", hasSize(20)).body("detail", endsWith("and more."));
    }

    @Test
    void deletionRequiresTheETag() {
        var image = create(Map.of("alt", mark)).statusCode(201).extract();

        Callers.as("editor").delete(path(image)).then().statusCode(428);
        Callers.as("editor").header("If-Match", "\"x\"").delete(path(image)).then().statusCode(412)
                .header("ETag", equalTo(image.header("ETag")));
        delete(image).statusCode(204);
        delete(image).statusCode(404);
    }

    /** Whichever transaction is first: no draft refers to a deleted image. */
    @Test
    void aConcurrentlyUsedImageIsEitherShownOrDeleted() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < 15; round++) {
                var image = create(Map.of("alt", mark + round)).statusCode(201).extract();
                var use = Map.of("headline", "Wettlauf", "image", Map.of("id", image.path("id")));
                var written = pool.submit(() -> Callers.as("editor").contentType(ContentType.JSON).body(use).post(ARTICLES)
                        .statusCode());
                var deleted = pool.submit(() -> delete(image).extract().statusCode());

                assertThat(List.of(written.get(), deleted.get())).isIn(List.of(201, 409), List.of(400, 204));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static ValidatableResponse create(Map<String, Object> metadata) {
        return Callers.as("editor").contentType(ContentType.JSON).body(metadata).post(IMAGES).then();
    }

    private static ValidatableResponse patch(ExtractableResponse<Response> image, Map<String, Object> metadata) {
        return Callers.as("editor").contentType(ContentType.JSON).header("If-Match", image.header("ETag")).body(metadata)
                .patch(path(image)).then();
    }

    private static ValidatableResponse delete(ExtractableResponse<Response> image) {
        return Callers.as("editor").header("If-Match", image.header("ETag")).delete(path(image)).then();
    }

    private static ValidatableResponse read(ExtractableResponse<Response> image) {
        return Callers.as("editor").get(path(image)).then();
    }

    private static ValidatableResponse list(String query) {
        return Callers.as("editor").urlEncodingEnabled(false)
                .get(IMAGES + "?" + query.replace(" ", "%20").replace("Ü", "%C3%9C")).then().statusCode(200);
    }

    private static String path(ExtractableResponse<Response> image) {
        return IMAGES + "/" + image.path("id");
    }

    private ExtractableResponse<Response> draft(Map<String, Object> metadata) {
        var all = new HashMap<>(metadata);
        all.putIfAbsent("headline", "Zeigt ein Bild");
        all.put("category", CATEGORY);
        return Callers.as("editor").contentType(ContentType.JSON).body(all).post(ARTICLES).then().statusCode(201).extract();
    }

    private ExtractableResponse<Response> published(Map<String, Object> metadata) {
        return publish(draft(metadata));
    }

    private static ExtractableResponse<Response> publish(ExtractableResponse<Response> article) {
        return Callers.as("editor").header("If-Match", article.header("ETag"))
                .post(ARTICLES + "/" + article.path("id") + "/publish").then().statusCode(200).extract();
    }

    private static void change(ExtractableResponse<Response> article, Map<String, Object> metadata) {
        var patched = new HashMap<>(metadata);
        patched.put("image", null);
        for (var patch : List.of(patched, metadata)) {
            Callers.as("editor").contentType("application/merge-patch+json").header("If-Match", "*").body(patch)
                    .patch(ARTICLES + "/" + article.path("id")).then().statusCode(200);
        }
    }

    private static void remove(ExtractableResponse<Response> article) {
        Callers.as("editor").header("If-Match", article.header("ETag")).delete(ARTICLES + "/" + article.path("id")).then()
                .statusCode(204);
    }

    private static List<String> slugs(List<ExtractableResponse<Response>> articles) {
        return articles.stream().map(article -> article.<String> path("slug")).sorted().toList();
    }

    /** The log's entries of one image: other tests' images may get their renditions meanwhile. */
    private static ValidatableResponse changesOf(ExtractableResponse<Response> image, long end) {
        return given().get("/v1/changes?limit=100&since=" + end).then()
                .rootPath("items.findAll { it.id == '%s' }".formatted(image.<String> path("id")));
    }

    private static long end() {
        return Long.parseLong(given().get("/v1/articles?limit=1").header("Depesche-Sequence"));
    }
}
