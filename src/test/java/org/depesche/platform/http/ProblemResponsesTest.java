package org.depesche.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.depesche.testkit.Callers;
import org.depesche.testkit.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** Every kind of rejection is a problem document with the same members. */
@QuarkusTest
class ProblemResponsesTest {

    private static final String BODY = "/v1/testing/body";

    @ParameterizedTest
    @CsvSource({ "GET,/v1/testing/nothing,404,not-found", "GET,/nothing,404,not-found",
            "GET,/v1/testing/number/x,404,not-found",
            "DELETE,/v1/testing/article,405,method-not-allowed", "POST,/v1/testing/article,405,method-not-allowed",
            "PROPFIND,/v1/testing/article,405,method-not-allowed", "GET,/v1/testing/body,405,method-not-allowed",
            "GET,/v1/testing/secret,401,unauthenticated", "GET,/v1/testing/withdrawn,410,withdrawn",
            "GET,/v1/testing/failing/x,500,internal-error", "GET,/v1/testing/failing/io,500,internal-error",
            "GET,/v1/testing/failing/database-away,503,unavailable", "GET,/v1/testing/failing/no-connection,503,unavailable",
            "GET,/v1/testing/failing/statement-time,503,unavailable", "GET,/v1/testing/failing/gateway,503,unavailable",
            "GET,/v1/testing/failing/teapot,400,malformed-request", "PUT,/v1/editorial/testing/a,428,precondition-required",
            "DELETE,/v1/editorial/testing/a,428,precondition-required" })
    void aRejectionIsAProblemDocument(String method, String path, int status, String type) {
        var response = RawHttp.send(method, path, "");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains(status == 410 ? "public" : "no-store");
        var problem = json(response);
        assertThat(problem.getString("type")).isEqualTo("/problems/" + type);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("instance")).isEqualTo(path);
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
    }

    @Test
    void anInternalErrorRevealsNoDetails() {
        for (var how : new String[] { "x", "io", "database-away", "statement-time" }) {
            assertThat(RawHttp.text(RawHttp.get("/v1/testing/failing/" + how)))
                    .doesNotContain("hunter2", "secret", "max_statement_time", "Exception", "refused");
        }
    }

    @Test
    void theClientsTraceIdIsUsed() {
        var response = RawHttp.get("/v1/testing/nothing", "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(json(response).getString("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void aWrongMethodGetsTheAllowedMethods() {
        assertThat(allowed("DELETE", "/v1/testing/article")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(allowed("POST", "/v1/testing/article")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(allowed("GET", BODY)).isEqualTo("OPTIONS, POST");
    }

    @Test
    void aMissingKeyIsUnauthorized() {
        assertThat(RawHttp.get("/v1/testing/secret").headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @Test
    void anUnacceptableMediaTypeIsRejected() {
        assertThat(RawHttp.get("/v1/testing/article", "Accept", "text/csv").statusCode()).isEqualTo(406);
        assertThat(RawHttp.get("/v1/testing/article", "Accept", "kaputt;;;").statusCode()).isEqualTo(406);
        assertThat(RawHttp.get("/v1/testing/article", "Accept", "text/html, */*;q=0.1").statusCode()).isEqualTo(200);
        assertThat(RawHttp.get("/v1/testing/article", "Accept", "application/json;q=0, */*").statusCode()).isEqualTo(406);
        assertThat(RawHttp.get("/v1/testing/article", "Accept", "application/json;q=0.0").statusCode()).isEqualTo(406);
        assertThat(RawHttp.get("/v1/testing/article", "Accept", "*/*;q=0").statusCode()).isEqualTo(406);
        assertThat(RawHttp.get("/v1/testing/article", "Accept", "*/*;q=0, application/*").statusCode()).isEqualTo(200);
        assertThat(RawHttp.get("/v1/testing/page", "Accept", "text/html;q=0, application/json").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "/v1/testing/article/", "/v1//testing/article", "//v1/testing/article", "/v1/testing/article;a=b",
            "/v1/testing;a=b/article", "/v1/testing/./article", "/v1/testing/x/../article", "/v1/testing/article/." })
    void aResourceHasOneUrl(String path) {
        assertThat(RawHttp.rawGet("/v1/testing/article")).startsWith("HTTP/1.1 200");
        assertThat(RawHttp.rawGet(path)).startsWith("HTTP/1.1 404").contains("/problems/not-found");
    }

    @ParameterizedTest
    @CsvSource({ "GET,/v1/testing/nothing", "GET,/v1/testing/numbers?limit=0", "POST,/v1/testing/article",
            "GET,/v1/editorial/keys", "DELETE,/v1/editorial/testing/a", "GET,/v1/testing/failing/x",
            "OPTIONS,/v1/testing/article", "GET,/v1/nothing/" })
    void aRejectionHasTheSequenceToo(String method, String path) {
        assertThat(RawHttp.send(method, path, "").headers().firstValue("Depesche-Sequence").orElse("")).matches("[0-9]+");
    }

    @ParameterizedTest
    @CsvSource({ "/v1/articles/%ZZ", "/v1/testing/%FF", "/v1/testing/%", "/v1/articles?q=%ZZ" })
    void aMalformedUrlIsRejectedLikeAnyOther(String path) {
        var response = RawHttp.raw(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://example.org\r\n"
                + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);

        assertThat(response).startsWith("http/1.1 400").contains("/problems/malformed-request",
                "\r\naccess-control-allow-origin: *", "\r\nx-content-type-options: nosniff", "\r\ncache-control: no-store")
                .containsPattern("\r\ndepesche-sequence: [0-9]+\r\n");
        assertThat(response.split("access-control-allow-origin")).hasSize(2);
    }

    @Test
    void anUnsupportedContentTypeGetsTheSupportedOnes() {
        var unread = RawHttp.send("POST", BODY, "a", "Content-Type", "text/csv");
        assertThat(unread.headers().firstValue("Accept")).contains("application/json");
        assertThat(json(unread).getString("detail")).contains("application/json");
        var patch = Callers.as("editor").contentType("text/csv").body("a").patch("/v1/editorial/tags/x").then().statusCode(415)
                .extract();
        assertThat(patch.header("Accept-Patch")).isEqualTo(patch.header("Accept")).contains("application/merge-patch+json",
                "application/json");
        var publish = Callers.as("editor").contentType("text/plain").body("a").post("/v1/editorial/articles/x/publish").then()
                .statusCode(415).extract();
        assertThat(publish.header("Accept")).isEqualTo("application/json");
        assertThat(RawHttp.send("POST", BODY, "a", "Content-Type", "application/json", "Content-Encoding", "br").headers()
                .firstValue("Accept")).isEmpty();
        assertThat(RawHttp.send("POST", BODY, "a", "Content-Type", "text/csv").statusCode()).isEqualTo(415);
        assertThat(RawHttp.send("POST", BODY, "a", "Content-Type", "kaputt").statusCode()).isEqualTo(415);
    }

    @Test
    void aBodyBeyondTheEndpointsLimitIsRejected() {
        var announced = RawHttp.send("POST", BODY, "x".repeat(1_001), "Content-Type", "application/json");
        var unannounced = chunked(BODY, "application/json", 50_000);

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(json(announced).getString("detail")).contains("1000 bytes");
        assertThat(unannounced.statusCode()).isEqualTo(413);
        assertThat(chunked("/v1/testing/stream", "application/octet-stream", 50_000).statusCode()).isEqualTo(413);
        assertThat(chunked("/v1/testing/stream", "application/octet-stream", 900).statusCode()).isEqualTo(200);
        assertThat(RawHttp.send("POST", BODY, "x".repeat(1_000), "Content-Type", "application/json").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStaleChangeGetsTheCurrentVersion() {
        var response = RawHttp.send("DELETE", "/v1/editorial/testing/a", "", "If-Match", "\"v6\"");

        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.headers().firstValue("ETag")).contains("\"v7\"");
        assertThat(RawHttp.send("DELETE", "/v1/editorial/testing/a", "", "If-Match", "\"v7\"").statusCode()).isEqualTo(204);
        assertThat(
                RawHttp.send("PUT", "/v1/editorial/testing/new", "{}", "If-None-Match", "*", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String allowed(String method, String path) {
        return RawHttp.send(method, path, "").headers().firstValue("Allow").orElse("");
    }

    private static HttpResponse<byte[]> chunked(String path, String type, int length) {
        return RawHttp.send(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]))).build());
    }

    private static JsonPath json(HttpResponse<byte[]> response) {
        return JsonPath.from(RawHttp.text(response));
    }
}
