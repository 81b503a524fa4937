package org.depesche.platform.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.depesche.testkit.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** The media types, charsets and codings of request bodies. */
@QuarkusTest
class RequestBodiesTest {

    private static final String BODY = "/v1/testing/body";

    @ParameterizedTest
    @ValueSource(strings = { "application/json", "application/json;charset=utf-8", "application/json; charset=\"UTF-8\"" })
    void jsonInUtf8IsAccepted(String type) {
        assertThat(post(BODY, bytes("{}"), "Content-Type", type).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/json;charset=iso-8859-1", "application/json; charset=utf-16" })
    void jsonInAnotherCharsetIsRejected(String type) {
        assertThat(post(BODY, bytes("{}"), "Content-Type", type).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = { "gzip", "x-gzip", "GZIP" })
    void aCompressedBodyIsDecompressed(String coding) {
        var response = post(BODY, gzip(bytes("x".repeat(900))), "Content-Type", "application/json", "Content-Encoding", coding);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(RawHttp.text(response)).contains("900");
    }

    @Test
    void theLimitCountsTheDecompressedBody() {
        var response = post(BODY, gzip(new byte[1_001]), "Content-Type", "application/json", "Content-Encoding", "gzip");

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyThatIsNotGzipIsRejected() {
        var half = Arrays.copyOf(gzip(bytes("x".repeat(900))), 15);

        assertThat(post(BODY, bytes("{}"), "Content-Type", "application/json", "Content-Encoding", "gzip").statusCode())
                .isEqualTo(400);
        assertThat(post(BODY, half, "Content-Type", "application/json", "Content-Encoding", "gzip").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherContentEncodingIsRejectedWithTheSupportedOne() {
        var response = post(BODY, bytes("{}"), "Content-Type", "application/json", "Content-Encoding", "br");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("Accept-Encoding")).contains("gzip");
    }

    private static HttpResponse<byte[]> post(String path, byte[] body, String... headers) {
        return RawHttp.send(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .POST(BodyPublishers.ofByteArray(body)).headers(headers).build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] body) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
