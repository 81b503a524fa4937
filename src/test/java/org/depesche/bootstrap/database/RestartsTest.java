package org.depesche.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class RestartsTest {

    private final Restarts restarts = new Restarts(3, Duration.ZERO);
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void aSuccessEndsTheAttempts() {
        assertThat(restarts.run(() -> attempts.incrementAndGet() == 2)).isTrue();
        assertThat(attempts).hasValue(2);
    }

    @Test
    void theAttemptsAreBounded() {
        assertThat(restarts.run(() -> attempts.incrementAndGet() > 3)).isFalse();
        assertThat(attempts).hasValue(3);
    }
}
