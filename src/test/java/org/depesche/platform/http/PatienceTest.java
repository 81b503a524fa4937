package org.depesche.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.depesche.platform.http.SequenceGate.Patience;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final AtomicLong position = new AtomicLong();

    @Test
    void whatIsHereIsNotWaitedFor() {
        assertThat(new Patience(Duration.ofDays(1), Duration.ofDays(2), true).isMet(() -> 42, 42)).isTrue();
    }

    @Test
    void whatComesInTimeIsWaitedFor() {
        assertThat(new Patience(Duration.ofMillis(1), Duration.ofSeconds(5), true).isMet(position::incrementAndGet, 10))
                .isTrue();
    }

    @Test
    void whatDoesNotComeIsGivenUp() {
        assertThat(new Patience(Duration.ofMillis(1), Duration.ofMillis(20), true).isMet(position::get, 10)).isFalse();
    }

    @Test
    void whereNobodyMayWaitItIsAskedOnce() {
        assertThat(new Patience(Duration.ofDays(1), Duration.ofDays(9), false).isMet(position::incrementAndGet, 2)).isFalse();
        assertThat(position).hasValue(1);
    }
}
