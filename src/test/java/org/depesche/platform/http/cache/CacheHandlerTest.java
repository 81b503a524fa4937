package org.depesche.platform.http.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

@QuarkusTest
class CacheHandlerTest {

    private static final String STATUS = "Cache-Status";
    private static final String HIT = "Depesche; hit";

    private final String category = "k" + UUID.randomUUID();
    private String slug;
    private String tag;

    @BeforeEach
    void anArticle() {
        Newsroom.ensureCategory(category, "Kultur");
        var draft = Callers.as("editor").contentType(ContentType.JSON)
                .body(Map.of("headline", "Der alte Hafen", "category", category, "teaser", "Ein Hafen.", "body",
                        "<p>" + "Am Kai liegt Schnee. ".repeat(100) + "</p>"))
                .post("/v1/editorial/articles").then().statusCode(201).extract();
        slug = draft.path("slug");
        tag = step("publish", draft.header("ETag"), "{}").header("ETag");
    }

    @Test
    void theSecondResponseIsTheFirstOneFromTheCache() {
        SettableClock.install().advance(Duration.ofSeconds(1)); // the second of the change has no date
        var first = get(article());
        var second = get(article());

        assertThat(first.header(STATUS)).isEqualTo("Depesche; fwd=uri-miss; stored");
        assertThat(second.header(STATUS)).isEqualTo(HIT);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(names(second)).containsExactlyInAnyOrderElementsOf(names(first));
        for (var name : List.of("ETag", "Cache-Control", "Surrogate-Key", "Vary", "Content-Type", "Last-Modified",
                "Content-Length", "Access-Control-Allow-Origin", "X-Content-Type-Options")) {
            assertThat(second.header(name)).as(name).isEqualTo(first.header(name));
        }
    }

    @Test
    void aResponseOfTheSecondOfItsChangeIsDatedSoon() {
        var clock = SettableClock.install();
        step("unpublish", tag, "{}");
        tag = step("publish", Callers.as("editor").get("/v1/editorial/articles/" + slug).header("ETag"), "{}").header("ETag");
        assertThat(get(article()).header("Last-Modified")).isNull();
        clock.advance(Duration.ofSeconds(1));

        await().untilAsserted(() -> assertThat(get(article()).header("Last-Modified")).isNotNull());
    }

    @Test
    void aHitSupportsConditionsAndCodings() {
        SettableClock.install().advance(Duration.ofSeconds(1)); // the second of the change has no date
        var plain = get(article());

        var compressed = given().header("Accept-Encoding", "gzip").get(article());
        assertThat(compressed.header(STATUS)).isEqualTo(HIT);
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.asString()).isEqualTo(plain.asString());
        for (var eTag : List.of(plain.header("ETag"), compressed.header("ETag"), "W/" + plain.header("ETag"), "*",
                "\"other\", " + plain.header("ETag"))) {
            given().header("If-None-Match", eTag).get(article()).then().statusCode(304).header(STATUS, HIT)
                    .header("ETag", notNullValue()).header("Content-Length", nullValue()).header("Link", nullValue());
        }
        given().header("If-None-Match", "\"other\"").get(article()).then().statusCode(200).header(STATUS, HIT);
        given().header("If-Modified-Since", plain.header("Last-Modified")).get(article()).then().statusCode(304);
        given().head(article()).then().statusCode(200).header(STATUS, HIT)
                .header("Content-Length", plain.header("Content-Length"));
    }

    @Test
    void theOrderOfParametersDoesNotMatterButTheirValuesDo() {
        get("/v1/articles?category=" + category + "&limit=5");

        get("/v1/articles?limit=5&category=" + category).then().header(STATUS, HIT);
        get("/v1/articles?limit=5&category=" + category + "&minSequence=1").then().header(STATUS, HIT);
        get("/v1/articles?limit=4&category=" + category).then().header(STATUS, containsString("uri-miss"));
        get("/v1/articles?limit=5&limit=5&category=" + category).then().statusCode(400);
        get("/v1/articles?limit=5&categories=" + category).then().statusCode(400);
    }

    @Test
    void aValueIsNotConfusedWithAnotherParameter() {
        given().urlEncodingEnabled(false).get("/v1/tags?limit=4&q=hafen%0Atype=place").then().statusCode(200);
        given().urlEncodingEnabled(false).get("/v1/tags?limit=4&q=hafen%26type=place").then().statusCode(200);

        get("/v1/tags?limit=4&q=hafen&type=place").then().header(STATUS, containsString("uri-miss"));
    }

    @Test
    void aRequestWaitsForAFutureSequence() throws Exception {
        var isAsserted = false;
        while (!isAsserted) {
            isAsserted = aRequestWaitsForAWithdrawal();
        }
        var end = Long.parseLong(Callers.as("editor").get("/v1/editorial/articles").header("Depesche-Sequence"));
        get(list() + "&minSequence=" + (end + 50)).then().statusCode(503).header("Retry-After", "1")
                .header("Access-Control-Allow-Origin", "*").header("Depesche-Sequence", notNullValue());
    }

    /** Whether it could be seen: a change of another test may take the sequence of the withdrawal. */
    private boolean aRequestWaitsForAWithdrawal() throws Exception {
        get(list());
        var next = 1 + Long.parseLong(Callers.as("editor").get(desk()).header("Depesche-Sequence"));
        var reader = Executors.newSingleThreadExecutor();
        try {
            var early = reader.submit(() -> get(list() + "&minSequence=" + next));
            Thread.sleep(300);
            var isEarly = early.isDone();

            var withdrawn = step("withdraw", tag, "{}");

            early.get().then().statusCode(200);
            if (Long.parseLong(withdrawn.header("Depesche-Sequence")) != next) {
                tag = step("publish", step("unpublish", withdrawn.header("ETag"), "{}").header("ETag"), "{}").header("ETag");
                return false;
            }
            assertThat(isEarly).isFalse();
            early.get().then().body("items", hasSize(0));
            return true;
        } finally {
            reader.shutdown();
        }
    }

    @Test
    void aCompletedEditorialChangeIsVisibleToAllReaders() {
        for (var round = 0; round < 20; round++) {
            get(article());
            get(list()).then().body("items", hasSize(1));

            var saved = Callers.as("editor").contentType(ContentType.JSON).header("If-Match", tag)
                    .body(Map.of("headline", "Fassung " + round)).patch(desk()).then().statusCode(200).extract();
            var published = step("publish", saved.header("ETag"), "{}");
            tag = published.header("ETag");

            get(article()).then().body("headline", equalTo("Fassung " + round)).header(STATUS,
                    "Depesche; fwd=stale; stored");
            get(list()).then().body("items[0].headline", equalTo("Fassung " + round));
            assertThat(Long.parseLong(get(article()).header("Depesche-Sequence")))
                    .isGreaterThanOrEqualTo(Long.parseLong(published.header("Depesche-Sequence")));
        }
    }

    @Test
    void aWithdrawnArticleIsEvictedAtOnce() {
        get(article());
        get(list());

        step("withdraw", tag, "{}");

        get(article()).then().statusCode(410);
        get(list()).then().body("items", hasSize(0));
    }

    @Test
    void anUnaffectedResponseStaysCachedWithTheLatestPosition() {
        get(article());
        Newsroom.ensureCategory("k" + UUID.randomUUID(), "Anderes");

        var later = Callers.as("editor").get("/v1/editorial/articles/" + slug).header("Depesche-Sequence");

        var hit = get(article());
        assertThat(hit.header(STATUS)).isEqualTo(HIT);
        assertThat(Long.parseLong(hit.header("Depesche-Sequence"))).isGreaterThanOrEqualTo(Long.parseLong(later));
        given().header("Depesche-Min-Sequence", later).get(article()).then().statusCode(200).header(STATUS, HIT);
        given().header("Depesche-Min-Sequence", Long.parseLong(later) + 20_000).get(article()).then().statusCode(503);
        given().header("Depesche-Min-Sequence", "soon").get(article()).then().statusCode(400);
    }

    @Test
    void aKeyIsCheckedAndTheTypeIsMatchedBeforeAHit() {
        get(article());

        Callers.withKey("dep_wrong").get(article()).then().statusCode(401);
        Callers.as("reader").get(article()).then().statusCode(200).header(STATUS, HIT)
                .header("Cache-Control", startsWith("private, "));
        given().auth().preemptive().basic("staging", "secret").get(article()).then().header(STATUS, HIT);
        given().header("Accept", "text/html").get(article()).then().statusCode(406);
        given().header("Accept", "application/json;q=0").get(article()).then().statusCode(406);
        given().header("Accept", "text/html, application/json;q=0.9, */*;q=0.8").get(article()).then().header(STATUS, HIT);
        given().header("Accept", "text/html, application/json").get(article()).then().header(STATUS, HIT);
    }

    @Test
    void aMissingArticleIsNotCached() {
        get("/v1/articles/" + slug + "-2").then().statusCode(404);
        get("/v1/articles/" + slug + "-2").then().statusCode(404).header(STATUS, nullValue());
    }

    @Test
    void aRedirectFromAFormerUrlIsCached() {
        var saved = Callers.as("editor").contentType(ContentType.JSON).header("If-Match", tag)
                .body(Map.of("slug", slug + "-neu")).patch(desk()).then().statusCode(200).extract();
        Callers.as("editor").contentType(ContentType.JSON).header("If-Match", saved.header("ETag")).body("{}")
                .post("/v1/editorial/articles/" + slug + "-neu/publish").then().statusCode(200);

        var first = given().redirects().follow(false).get(article() + "?view=card&minSequence=1");
        var second = given().redirects().follow(false).get(article() + "?view=card");

        assertThat(first.statusCode()).isEqualTo(301);
        assertThat(second.statusCode()).isEqualTo(301);
        assertThat(second.header(STATUS)).isEqualTo(HIT);
        assertThat(second.header("Location")).isEqualTo(first.header("Location")).endsWith(slug + "-neu?view=card");
        assertThat(second.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
    }

    @Test
    void concurrentRequestsShareOneResponse() throws Exception {
        var work = Executors.newFixedThreadPool(16);
        try {
            for (var round = 0; round < 10; round++) {
                var url = "/v1/articles?category=" + category + "&limit=" + (round + 20);
                var answers = work.invokeAll(IntStream.range(0, 16).<Callable<Response>> mapToObj(n -> () -> get(url))
                        .toList());
                var computed = 0;
                for (var response : answers) {
                    response.get().then().statusCode(200).body("items", hasSize(1));
                    computed += response.get().header(STATUS).endsWith("stored") ? 1 : 0;
                }
                assertThat(computed).isEqualTo(1);
            }
        } finally {
            work.shutdown();
        }
    }

    @Test
    void theCacheHasMetrics() {
        get(article());
        get(article());

        get("/q/metrics").then().body(containsString("depesche_cache_responses_total{result=\"hit\"}"))
                .body(containsString("depesche_cache_size_bytes"));
    }

    private ExtractableResponse<Response> step(String step, String ifMatch, String body) {
        return Callers.as("editor").contentType(ContentType.JSON).header("If-Match", ifMatch).body(body)
                .post(desk() + "/" + step).then().statusCode(200).extract();
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream().map(header -> header.getName().toLowerCase(Locale.ROOT)).toList();
    }

    private static Response get(String url) {
        return given().get(url);
    }

    private String article() {
        return "/v1/articles/" + slug;
    }

    private String list() {
        return "/v1/articles?category=" + category;
    }

    private String desk() {
        return "/v1/editorial/articles/" + slug;
    }
}
