package org.depesche.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class RequestDigestTest {

    private static final String JSON = "application/json";

    @Test
    void aStreamedBodyCountsAsABodyInMemory() throws IOException {
        var streamed = new RequestDigest("POST", "/a?b=c", JSON);
        streamed.digestWhileReading(new ByteArrayInputStream("{}".getBytes(UTF_8))).readAllBytes();

        assertThat(streamed.finish()).isEqualTo(digest("POST", "/a?b=c", JSON, "{}"));
    }

    @Test
    void everyPartCounts() {
        var digests = Stream.of(digest("POST", "/a", JSON, "{}"), digest("PUT", "/a", JSON, "{}"),
                digest("POST", "/a?b", JSON, "{}"), digest("POST", "/a", "text/plain", "{}"), digest("POST", "/a", JSON, "{ }"),
                digest("POST/", "a", JSON, "{}"));

        assertThat(digests.map(RequestDigestTest::readable).distinct()).hasSize(6);
    }

    private static byte[] digest(String method, String route, String type, String body) {
        return new RequestDigest(method, route, type).body(body.getBytes(UTF_8)).finish();
    }

    private static List<Byte> readable(byte[] digest) {
        return Stream.iterate(0, i -> i + 1).limit(digest.length).map(i -> digest[i]).toList();
    }
}
