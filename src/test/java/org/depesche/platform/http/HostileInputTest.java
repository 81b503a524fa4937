package org.depesche.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.depesche.testkit.HostileStrings;
import org.depesche.testkit.RawHttp;
import org.depesche.testkit.RotatingSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Sends hostile input in every part of a request: no response is a 5xx, and every rejection is a problem document. Each
 * part gets a sample of the strings; {@link HostileInputLongTest} sends all of them.
 */
@QuarkusTest
class HostileInputTest {

    private static final List<String> PARAMETERS = List.of("limit", "cursor", "total", "from", "id", "view", "multipleOf");
    private static final List<String> HEADERS = List.of("Accept", "Accept-Encoding", "If-None-Match", "If-Modified-Since",
            "Depesche-Min-Sequence", "Origin", "Authorization", "traceparent", "Accept-Language");

    private int turn;

    /** One of so many strings is sent. */
    int stride() {
        return 9;
    }

    @Test
    void naughtyStringsAsParameterValues() {
        for (var parameter : PARAMETERS) {
            for (var text : naughtyStrings()) {
                if (!parameter.equals("multipleOf") || text.isBlank()) {
                    refusedOrRead("/v1/testing/numbers?" + parameter + "=" + encoded(text));
                }
            }
        }
    }

    @Test
    void naughtyStringsAsParameterNames() {
        for (var text : naughtyStrings()) {
            refusedOrRead("/v1/testing/numbers?" + encoded(text) + "=1");
        }
    }

    @Test
    void naughtyStringsAreReturnedUnchanged() throws JsonProcessingException {
        for (var text : naughtyStrings()) {
            if (!text.isBlank()) {
                var response = RawHttp.get("/v1/testing/words/a?q=" + encoded(text));
                assertThat(new ObjectMapper().readTree(RawHttp.text(response)).path("q").textValue()).isEqualTo(text);
            }
        }
    }

    @Test
    void naughtyStringsAsPaths() {
        for (var text : naughtyStrings()) {
            refusedOrRead("/v1/testing/words/" + HostileStrings.urlEncode(text));
            refusedOrRead("/" + HostileStrings.urlEncode(text));
        }
    }

    @Test
    void naughtyStringsAsHeaders() {
        for (var header : HEADERS) {
            for (var text : naughtyStrings()) {
                var printable = text.replaceAll("[^\\x20-\\x7e]", "?");
                assertThat(RawHttp.get("/v1/testing/article", header, printable).statusCode()).as(header + ": " + printable)
                        .isNotEqualTo(500);
            }
        }
    }

    @Test
    void unescapedAttacksOnTheRequestLine() {
        for (var path : List.of("/v1/testing/words/", "/v1/testing/words/a?q=", "/")) {
            for (var line : RotatingSample.of(HostileStrings.fuzzStrings(), stride(), turn++)) {
                var target = (path + line).replaceAll("[\\r\\n]", "");
                assertThat(RawHttp.rawGet(target)).as(target).matches("(?s)HTTP/1.[01] [1-4].*");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/%", "/%zz", "/v1/testing/words/%", "/v1/testing/words/%FF", "/v1/testing/words/a?q=%C3",
            "/v1/testing/words/a?%zz=1", "/v1/testing/words/<a>", "/v1/testing/words/{a}", "/v1/testing/words/a|b", "?",
            "/q/%zz",
            "/docs/%zz" })
    void aMalformedUrlIsAProblemDocument(String target) {
        assertThat(RawHttp.rawGet(target)).startsWith("HTTP/1.1 400").contains("application/problem+json")
                .contains("/problems/malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/testing/../../etc/passwd", "/v1/testing/words/../../../../q/x", "/%2e%2e/%2e%2e/etc/passwd",
            "/docs/..%2f..%2fapplication.properties", "/docs/%5c..%5c..", "nothing", "*", "/META-INF/MANIFEST.MF" })
    void pathsOutsideTheRoutesAreNotFound(String target) {
        assertThat(RawHttp.rawGet(target)).matches("(?s)HTTP/1.1 40[04] .*").contains("application/problem+json");
    }

    @Test
    void tooLongUrlsAndHeadersAreProblemDocuments() {
        assertThat(RawHttp.rawGet("/v1/testing/words/" + "a".repeat(9_000))).startsWith("HTTP/1.1 414")
                .contains("/problems/uri-too-long");
        assertThat(RawHttp.raw(request("X-Large: " + "a".repeat(20_000)))).startsWith("HTTP/1.1 431")
                .contains("/problems/headers-too-large");
        assertThat(RawHttp.rawGet("/v1/testing/words/" + "a".repeat(70_000))).startsWith("HTTP/1.0 414");
    }

    @Test
    void brokenFramingIsAClientError() {
        var head = "POST /v1/testing/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n";

        assertThat(RawHttp.raw((head + "Content-Length: abc\r\n\r\n").getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 400");
        // The server closes the connection on a malformed chunk; sometimes it sends the response first.
        assertThat(RawHttp.raw((head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n").getBytes(StandardCharsets.US_ASCII)))
                .matches("(?s)(HTTP/1.1 400.*)?");
        assertThat(RawHttp.raw("GARBAGE\r\n\r\n".getBytes(StandardCharsets.US_ASCII))).startsWith("HTTP/1.0 400");
    }

    private static byte[] request(String header) {
        // an address of its own, because the cache answers before the limits are checked
        return ("GET /v1/testing/article?minSequence=0 HTTP/1.1\r\nHost: x\r\n" + header + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void refusedOrRead(String target) {
        var response = RawHttp.get(target);
        assertThat(response.statusCode()).as(target).isLessThan(500);
        if (response.statusCode() >= 400) {
            assertThat(response.headers().firstValue("Content-Type")).as(target).contains("application/problem+json");
        }
    }

    /** Another sample with each call. */
    private List<String> naughtyStrings() {
        return RotatingSample.of(HostileStrings.naughtyStrings(), stride(), turn++);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
