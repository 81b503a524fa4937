package org.depesche.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.depesche.testkit.Callers;
import org.depesche.testkit.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RequestHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "Host: a\r\nHost: b\r\n", "Host:\r\n", "Host: \r\n", "Host: a b\r\n", "Host: a:b\r\n",
            "Host: a:99999\r\n", "Host: [::1\r\n", "Host: a/b\r\n", "Host: a@b\r\n" })
    void aRequestWithoutOneValidHostIsMalformed(String host) {
        assertThat(raw("GET /v1/articles HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ").contains("problems/malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /v1/articles HTTP/2.0", "GET /v1/articles HTTP/1.2", "GET /v1/articles HTTP/0.9",
            "GET /v1/articles HTTP/3.0", "GET /v1/articles http/1.1", "GET /docs HTTP/1.10", "POST /v1/articles RTSP/1.0",
            "OPTIONS /v1/sites HTTP/2.0", "PRI * HTTP/2.0", "GET /v1/articles", "GET /v1/articles HTTP/3", "GET",
            "GET /a HTTP/1.1 b",
            "OPTIONS * HTTP/1.1", "CONNECT localhost:80 HTTP/1.1", "GET localhost:80 HTTP/1.1", "GET v1/sites HTTP/1.1",
            "GET http://localhost HTTP/1.1", "GET http:///v1/sites HTTP/1.1", "GET ftp://localhost/v1/sites HTTP/1.1",
            "GET http://a@localhost/v1/sites HTTP/1.1", "GET http://localhost:99999/v1/sites HTTP/1.1",
            "GET mailto:localhost HTTP/1.1" })
    void anOddRequestLineIsMalformedAndNothingAfterItIsRead(String line) {
        var answer = raw(line + "\r\nHost: localhost\r\n\r\nGET /v1/sites HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).matches("(?s)\\S+ 400 .*").doesNotContain("\"items\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://localhost/v1/sites", "HTTPS://other.example:8080/v1/sites" })
    void anAbsoluteTargetIsAnswered(String target) {
        assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Host: a\r\n", "host: a:80\r\n", "Host: [::1]:80\r\n", "Host: 127.0.0.1\r\n" })
    void aRequestWithOneHostIsAnswered(String host) {
        assertThat(raw("GET /v1/articles HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity", "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 3",
            "Transfer-Encoding: chunked, chunked", "Content-Length: 3\r\nContent-Length: 4" })
    void anOddFramingIsRefusedAndNothingAfterItIsRead(String framing) {
        var request = "POST /v1/editorial/articles HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + framing
                + "\r\n\r\n0\r\n\r\nGET /v1/sites HTTP/1.1\r\nHost: a\r\n\r\n";

        assertThat(raw(request)).startsWith("HTTP/1.1 400 ").doesNotContain("\"items\"");
    }

    @Test
    void http10HasNoTransferCoding() {
        assertThat(raw("POST /v1/editorial/articles HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 400 .*");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/articles?limit=1&total=true", "/v1/sites", "/v1/search?q=a", "/v1/changes", "/docs",
            "/q/openapi",
            "/feeds/articles.rss", "/v1/editorial/articles" })
    void aRequestWithoutAHostIsMalformed(String path) {
        for (var version : new String[] { "1.0", "1.1" }) {
            assertThat(raw("GET " + path + " HTTP/" + version + "\r\nConnection: close\r\n\r\n")).as(version)
                    .matches("(?s)HTTP/1\\.[01] 400 .*").contains("exactly one valid Host");
        }
    }

    @Test
    void aLoadBalancerLooksAtTheHealthWithoutAHost() {
        assertThat(raw("GET /q/health/live HTTP/1.0\r\n\r\n")).matches("(?s)HTTP/1\\.[01] 200 .*");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "\t" })
    void anEmptyContentTypeIsNone(String type) {
        var answer = raw("POST /v1/editorial/articles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Callers.ADMIN_KEY + "\r\nContent-Type:" + type
                + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 201 ");
    }

    @Test
    void aWrongMethodIsNotAllowedWhereverTheAddressExists() {
        for (var path : new String[] { "articles/x/revisions", "articles/x/revisions/1", "articles/x/related",
                "imports/x/rejections", "audit" }) {
            var answer = Callers.as("admin").contentType("application/json").body("{}").post("/v1/editorial/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.header("Allow")).as(path).contains("OPTIONS");
        }
        assertThat(Callers.as("admin").get("/v1/editorial/articles/x/publish").statusCode()).isEqualTo(405);
        assertThat(RawHttp.send("POST", "/v1/categories/x/articles", "{}").statusCode()).isEqualTo(405);
    }

    private static String raw(String request) {
        return RawHttp.raw(request.getBytes(StandardCharsets.US_ASCII));
    }
}
