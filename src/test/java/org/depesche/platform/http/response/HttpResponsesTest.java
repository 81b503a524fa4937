package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import org.depesche.kernel.HttpDate;
import org.depesche.testkit.RawHttp;
import org.depesche.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;

import io.quarkus.test.junit.QuarkusTest;

/** Bodies, entity tags, conditional requests, codings, and the headers of every response. */
@QuarkusTest
class HttpResponsesTest {

    private static final String ARTICLE = "/v1/testing/article";
    private static final String LARGE = "/v1/testing/large";

    @Test
    void unknownMembersAreAbsentAndListsArePresent() {
        assertThat(RawHttp.text(RawHttp.get(ARTICLE))).isEqualTo("{\"id\":\"00000000-0000-0001-0000-000000000002\","
                + "\"headline\":\"Ein Öltanker\",\"present\":\"da\",\"tags\":[],\"publishedAt\":\"2024-10-21T12:15:30+02:00\","
                + "\"updatedAt\":\"2024-01-21T11:15:00+01:00\",\"names\":{\"voll\":\"ja\"},"
                + "\"url\":\"https://www.example.org/öl\"}");
    }

    @Test
    void aReadHasAllHeaders() {
        var response = RawHttp.get(ARTICLE);

        assertThat(header(response, "ETag")).matches("\"[A-Za-z0-9_-]{16}\"");
        assertThat(header(response, "Last-Modified")).isEqualTo("Mon, 21 Oct 2024 10:15:30 GMT");
        assertThat(header(response, "Cache-Control"))
                .isEqualTo("public, max-age=30, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400");
        assertThat(header(response, "Surrogate-Key")).isEqualTo("article:AZKfPHoAfD6dbA2PKnscEQ list:all");
        assertThat(header(response, "Depesche-Sequence")).isEqualTo("42");
        assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(response, "Cache-Status")).startsWith("Depesche;");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Content-Type")).startsWith("application/json");
    }

    @Test
    void listsHaveAnETagOnly() {
        var response = RawHttp.get("/v1/testing/numbers");

        assertThat(response.headers().map()).containsKey("etag").doesNotContainKey("last-modified");
    }

    @Test
    void equalBodiesHaveEqualETags() {
        assertThat(header(RawHttp.get(LARGE), "ETag")).isEqualTo(header(RawHttp.get(LARGE), "ETag"))
                .isNotEqualTo(header(RawHttp.get(ARTICLE), "ETag"));
    }

    @Test
    void eachCodingHasItsOwnETagAndTheSameContent() throws IOException {
        var plain = RawHttp.get(LARGE);
        var gzip = RawHttp.get(LARGE, "Accept-Encoding", "gzip");
        var brotli = RawHttp.get(LARGE, "Accept-Encoding", "gzip, br");

        var tag = header(plain, "ETag").replace("\"", "");
        assertThat(header(gzip, "ETag")).isEqualTo("\"" + tag + "-gz\"");
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes()).isEqualTo(plain.body());
        assertThat(header(brotli, "ETag")).isEqualTo("\"" + tag + "-br\"");
        assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
        assertThat(Brotli4jLoader.isAvailable()).isTrue();
        assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain.body());
    }

    @Test
    void smallAndBinaryBodiesAreNotEncoded() {
        assertThat(RawHttp.get(ARTICLE, "Accept-Encoding", "gzip, br").headers().map()).doesNotContainKey("content-encoding");
        assertThat(RawHttp.get("/v1/testing/binary", "Accept-Encoding", "gzip").headers().map())
                .doesNotContainKey("content-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = { "gzip", "br", "identity" })
    void aMatchingETagGetsA304WithoutABody(String coding) {
        var tag = header(RawHttp.get(LARGE, "Accept-Encoding", coding), "ETag");

        var response = RawHttp.get(LARGE, "If-None-Match", "\"other\", " + tag);

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "ETag")).isEqualTo(tag);
        assertThat(response.headers().map()).containsKeys("cache-control", "vary", "etag")
                .doesNotContainKeys("content-type", "content-length", "content-encoding", "last-modified", "link");
    }

    @Test
    void ifModifiedSinceIsEnoughWhereThereIsADate() {
        assertThat(RawHttp.get(ARTICLE, "If-Modified-Since", "Mon, 21 Oct 2024 10:15:30 GMT").statusCode()).isEqualTo(304);
        assertThat(RawHttp.get(ARTICLE, "If-Modified-Since", "Mon, 21 Oct 2024 10:15:29 GMT").statusCode()).isEqualTo(200);
        assertThat(RawHttp.get(LARGE, "If-Modified-Since", "Fri, 21 Nov 2025 10:15:29 GMT").statusCode()).isEqualTo(200);
        assertThat(RawHttp.get(ARTICLE, "If-Modified-Since", "Fri, 21 Oct 2044 10:15:29 GMT").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { ARTICLE, LARGE, "/v1/testing/numbers?limit=3", "/v1/testing/nothing", "/problems",
            "/feeds/testing.rss" })
    void headHasTheHeadersOfGet(String path) {
        var get = RawHttp.get(path, "Accept-Encoding", "br");
        var head = RawHttp.send("HEAD", path, "", "Accept-Encoding", "br");

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(undated(head)).isEqualTo(undated(get));
    }

    private static Map<String, List<String>> undated(HttpResponse<?> response) {
        var headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }

    /** RFC 9110, section 6.6.1. The second answer to a question comes from the cache where there is one. */
    @ParameterizedTest
    @ValueSource(strings = { ARTICLE, LARGE, "/v1/testing/moved", "/v1/testing/withdrawn", "/v1/testing/nothing", "/problems",
            "/feeds/testing.rss", "/v1/editorial/testing/a" })
    void eachResponseIsDatedOnce(String path) {
        var date = HttpDate.of(SettableClock.install().instant());

        for (var method : List.of("GET", "GET", "HEAD", "OPTIONS")) {
            assertThat(RawHttp.send(method, path, "").headers().allValues("Date")).as(method).containsExactly(date);
        }
        assertThat(RawHttp.get(path, "If-None-Match", "*").headers().allValues("Date")).containsExactly(date);
        assertThat(RawHttp.rawGet("/v1/%zz")).containsOnlyOnce("\r\ndate: " + date + "\r\n");
    }

    @Test
    void headSupportsConditions() {
        assertThat(RawHttp.send("HEAD", ARTICLE, "", "If-None-Match", "*").statusCode()).isEqualTo(304);
    }

    @Test
    void optionsReturnsTheMethodsOfThePath() {
        var read = RawHttp.send("OPTIONS", ARTICLE, "");
        var write = RawHttp.send("OPTIONS", "/v1/testing/body", "");

        assertThat(read.statusCode()).isEqualTo(204);
        assertThat(header(read, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(header(write, "Allow")).isEqualTo("OPTIONS, POST");
        assertThat(RawHttp.send("OPTIONS", "/v1/testing/nothing", "").statusCode()).isEqualTo(404);
    }

    @Test
    void deliveryAllowsPreflightsOfAnyOrigin() {
        var response = RawHttp.send("OPTIONS", ARTICLE, "", "Origin", "https://anybody.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers", "if-none-match");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        assertThat(header(response, "Access-Control-Max-Age")).isEqualTo("86400");
    }

    @Test
    void editorialRoutesRejectPreflightsOfOtherOrigins() {
        var response = RawHttp.send("OPTIONS", "/v1/editorial/testing/a", "", "Origin", "https://anybody.example",
                "Access-Control-Request-Method", "PUT");

        assertThat(response.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(header(response, "Vary")).isEqualTo("Origin");
    }

    @Test
    void errorsHaveCorsHeadersToo() {
        assertThat(header(RawHttp.get("/v1/testing/nothing"), "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(RawHttp.get("/v1/testing/article?x=1"), "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void editorialResponsesArePrivateAndKeepTheirVersion() {
        var response = RawHttp.get("/v1/editorial/testing/a", "Accept-Encoding", "gzip");

        assertThat(header(response, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(response, "ETag")).isEqualTo("\"v7-gz\"");
        assertThat(response.headers().map()).containsKey("depesche-sequence").doesNotContainKey("surrogate-key");
        assertThat(RawHttp.get("/v1/editorial/testing/a", "If-None-Match", "\"v7\"").statusCode()).isEqualTo(304);
    }

    @Test
    void anEndpointWithoutFreshnessIsNotCacheable() {
        assertThat(header(RawHttp.get("/v1/testing/unsaid"), "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(RawHttp.get("/v1/testing/not-kept"), "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void tagsNeverTakeMoreThan2KiB() {
        var tags = header(RawHttp.get("/v1/testing/tagged"), "Surrogate-Key");

        assertThat(tags).hasSizeLessThanOrEqualTo(2_048).contains("list:all").contains("category:0000000000000000000001")
                .doesNotContain("article:");
    }

    @Test
    void redirectsAndWithdrawalsAreCachedWithTheirTags() {
        var moved = RawHttp.get("/v1/testing/moved");
        var withdrawn = RawHttp.get("/v1/testing/withdrawn");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(header(moved, "Surrogate-Key")).isEqualTo("article:AZKfPHoAfD6dbA2PKnscEQ");
        assertThat(header(moved, "Cache-Control")).contains("max-age=300");
        assertThat(withdrawn.statusCode()).isEqualTo(410);
        assertThat(header(withdrawn, "Surrogate-Key")).isEqualTo("article:AZKfPHoAfD6dbA2PKnscEQ");
        assertThat(RawHttp.text(withdrawn)).contains("\"slug\":\"ein-artikel\"");
        assertThat(header(RawHttp.get("/v1/testing/nothing"), "Cache-Control")).contains("no-store");
    }

    @Test
    void aRequestForAFutureSequenceTimesOut() {
        var response = RawHttp.get(ARTICLE, "Depesche-Min-Sequence", "999999999999");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(header(response, "Retry-After")).isEqualTo("1");
        var soon = Long.parseLong(header(RawHttp.get("/v1/sites"), "Depesche-Sequence")) + 9_000;
        assertThat(RawHttp.get(ARTICLE + "?minSequence=" + soon).statusCode()).isEqualTo(503);
        assertThat(RawHttp.get(ARTICLE + "?minSequence=0").statusCode()).isEqualTo(200);
        assertThat(RawHttp.get(ARTICLE + "?minSequence=x").statusCode()).isEqualTo(400);
        assertThat(RawHttp.get(ARTICLE, "Depesche-Min-Sequence", "x").statusCode()).isEqualTo(400);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
