package org.depesche.delivery.change.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class UnsentBytesTest {

    @Test
    void aListenerGetsNoMoreThanItsShareWhileAllTogetherHaveMany() {
        var unsent = new UnsentBytes(StreamServer.config(Map.of("depesche.changes.stream.max-unsent-bytes", "100",
                "depesche.changes.stream.max-unsent-total", "250", "depesche.changes.stream.max-listeners", "10")), () -> {
                });
        unsent.add(249);
        assertThat(unsent.limitOfListener()).isEqualTo(100);

        unsent.add(100);
        assertThat(unsent.limitOfListener()).isEqualTo(25);

        unsent.add(-100);
        assertThat(unsent.limitOfListener()).isEqualTo(100);
    }
}
