package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class JsonPiecesTest {

    @Test
    void piecesAreJoinedInTheirOrderAndABufferMayBeReused() {
        var buffer = "[x,x".getBytes(StandardCharsets.UTF_8);

        var pieces = new JsonPieces();
        pieces.write(buffer, 0, 1);
        pieces.append("{\"a\":1} ignored".getBytes(StandardCharsets.UTF_8), 0, 7);
        buffer[0] = ',';
        pieces.write(buffer, 0, 1);
        pieces.append("ignored {}".getBytes(StandardCharsets.UTF_8), 8, 2);
        pieces.write(']');

        assertThat(new String(pieces.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("[{\"a\":1},{}]");
    }
}
