package org.depesche.platform.access.key.authentication;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class WrongKeysTest {

    private static final byte[] KEY = "a key".getBytes(US_ASCII);

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final WrongKeys keys = new WrongKeys(new Limits(), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    private record Limits() implements WrongKeysConfig {
        @Override
        public int burst() {
            return 3;
        }

        @Override
        public Duration interval() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int maxAddresses() {
            return 2;
        }
    }

    @Test
    void anAddressWaitsAfterTheBurstAndIsFreeAgainLater() {
        for (var number = 0; number < 3; number++) {
            assertThat(keys.waitingTime("a", KEY)).isEmpty();
            keys.countWrong("a");
        }

        assertThat(keys.waitingTime("a", KEY)).contains(Duration.ofSeconds(10));
        assertThat(keys.waitingTime("b", KEY)).isEmpty();
        now = now.plusSeconds(10);
        assertThat(keys.waitingTime("a", KEY)).isEmpty();
        keys.countWrong("a");
        assertThat(keys.waitingTime("a", KEY)).contains(Duration.ofSeconds(10));
        now = now.plusSeconds(30);
        keys.countWrong("a");
        assertThat(keys.waitingTime("a", KEY)).isEmpty();
    }

    @Test
    void aKeyThatWasRightNeverWaits() {
        keys.rememberRight(KEY);
        for (var number = 0; number < 9; number++) {
            keys.countWrong("a");
        }

        assertThat(keys.waitingTime("a", KEY)).isEmpty();
        assertThat(keys.waitingTime("a", "another".getBytes(US_ASCII))).isPresent();
    }
}
