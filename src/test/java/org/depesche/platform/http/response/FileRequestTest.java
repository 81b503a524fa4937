package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.depesche.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRequestTest {

    private static final Instant MODIFIED = Instant.parse("2026-11-06T08:49:37.5Z");
    private static final String BEFORE = "Fri, 06 Nov 2026 08:49:36 GMT";
    private static final String SAME = "Fri, 06 Nov 2026 08:49:37 GMT";
    private static final String LATER = "Fri, 06 Nov 2026 08:49:38 GMT";
    private static final String FUTURE = "Fri, 06 Nov 2126 08:49:38 GMT";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC);
    private static final byte[] BYTES = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };

    /** The rows are the steps of RFC 9110, section 13.2.2: each later condition counts only where the earlier ones hold. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "If-Match           | \"v1\"               | -                 | -      | 200",
            "If-Match           | *                    | -                 | -      | 200",
            "If-Match           | \"v0\", \"v1\"       | -                 | -      | 200",
            "If-Match           | \"v0\"               | -                 | -      | 412",
            "If-Match           | W/\"v1\"             | -                 | -      | 412",
            "If-Match           | \"v0\"               | If-None-Match     | \"v1\" | 412",
            "If-Match           | \"v1\"               | If-None-Match     | \"v1\" | 304",
            "If-Match           | \"v1\"               | If-Unmodified-Since | " + BEFORE + " | 200",
            "If-Unmodified-Since | " + BEFORE + "      | -                 | -      | 412",
            "If-Unmodified-Since | " + SAME + "        | -                 | -      | 200",
            "If-Unmodified-Since | " + BEFORE + "      | If-None-Match     | \"v1\" | 412",
            "If-Unmodified-Since | yesterday           | -                 | -      | 200",
            "If-None-Match      | W/\"v1\"             | -                 | -      | 304",
            "If-None-Match      | *                    | -                 | -      | 304",
            "If-None-Match      | \"v0\"               | If-Modified-Since | " + LATER + " | 200",
            "If-None-Match      | \"a,b\", \"v1\"      | -                 | -      | 304",
            "If-Modified-Since  | " + SAME + "         | -                 | -      | 304",
            "If-Modified-Since  | " + LATER + "        | -                 | -      | 304",
            "If-Modified-Since  | " + BEFORE + "       | -                 | -      | 200",
            "If-Modified-Since  | " + FUTURE + "       | -                 | -      | 200",
            "Range              | bytes=2-3            | If-None-Match     | \"v1\" | 304",
            "Range              | bytes=20-            | If-Match          | \"v0\" | 412",
            "Range              | bytes=2-3            | If-Range          | \"v1\" | 206",
            "Range              | bytes=2-3            | If-Range          | W/\"v1\" | 200",
            "Range              | bytes=2-3            | If-Range          | " + SAME + " | 206",
            "Range              | bytes=2-3            | If-Range          | " + LATER + " | 200",
            "Range              | bytes=20-            | -                 | -      | 416",
            "Range              | bytes=20-            | If-Range          | \"v0\" | 200" })
    void conditionsAreEvaluatedInTheirOrder(String first, String value, String second, String other, int status)
            throws IOException {
        var headers = second == null ? Map.of(first, value) : Map.of(first, value, second, other);

        if (status >= 400) {
            assertThatThrownBy(() -> respond("GET", headers)).isInstanceOf(Problem.class)
                    .extracting(problem -> ((Problem) problem).type().status()).isEqualTo(status);
        } else {
            assertThat(respond("GET", headers).getStatus()).isEqualTo(status);
        }
    }

    @Test
    void aPartIsSentOfTheFileThatIsMeant() throws IOException {
        var part = respond("GET", Map.of("Range", "bytes=2-4"));

        assertThat(((InputStream) part.getEntity()).readAllBytes()).containsExactly(2, 3, 4);
        assertThat(part.getHeaderString("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(part.getHeaderString("Content-Length")).isEqualTo("3");
        assertThat(part.getHeaderString("ETag")).isEqualTo("\"v1\"");
    }

    @Test
    void aRangeIsForGetAlone() throws IOException {
        for (var range : new String[] { "bytes=2-4", "bytes=20-" }) {
            var head = respond("HEAD", Map.of("Range", range));

            assertThat(head.getStatus()).isEqualTo(200);
            assertThat(head.getHeaderString("Content-Length")).isEqualTo("10");
            assertThat(head.getHeaderString("Content-Range")).isNull();
            assertThat(head.getEntity()).isNull();
        }
    }

    private static Response respond(String method, Map<String, String> headers) throws IOException {
        return new FileRequest(method, headers::get, CLOCK).respond(new FileRequest.Content("\"v1\"", MODIFIED, "image/png",
                BYTES.length, (offset, length) -> new ByteArrayInputStream(
                        Arrays.copyOfRange(BYTES, (int) offset, (int) (offset + length)))))
                .build();
    }
}
