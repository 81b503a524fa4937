package org.depesche.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class StoredResponseTest {

    @Test
    void headersAreRestoredUnchanged() {
        var headers = Map.of("Location", "https://api.example.org/v1/editorial/articles/1", "ETag", "\"3: x\"");

        assertThat(StoredResponse.parseHeaderLines(new StoredResponse(201, headers, "{}".getBytes(UTF_8)).headerLines()))
                .isEqualTo(headers);
    }

    @Test
    void aResponseWithoutHeadersHasNone() {
        assertThat(StoredResponse.parseHeaderLines(new StoredResponse(204, Map.of(), new byte[0]).headerLines())).isEmpty();
    }
}
