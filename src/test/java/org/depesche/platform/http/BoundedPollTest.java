package org.depesche.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.depesche.platform.http.ReadYourWrites.BoundedPoll;
import org.junit.jupiter.api.Test;

class BoundedPollTest {

    private final AtomicLong position = new AtomicLong();

    @Test
    void aReachedPositionIsNotWaitedFor() {
        assertThat(new BoundedPoll(Duration.ofDays(1), Duration.ofDays(2), true).waitFor(() -> 42, 42)).isTrue();
    }

    @Test
    void aPositionReachedInTimeIsWaitedFor() {
        assertThat(new BoundedPoll(Duration.ofMillis(1), Duration.ofMinutes(2), true).waitFor(position::incrementAndGet, 10))
                .isTrue();
    }

    @Test
    void thePollEndsAtTheTimeout() {
        assertThat(new BoundedPoll(Duration.ofMillis(1), Duration.ofMillis(20), true).waitFor(position::get, 10)).isFalse();
    }

    @Test
    void anEventLoopPollsOnce() {
        assertThat(new BoundedPoll(Duration.ofDays(1), Duration.ofDays(9), false).waitFor(position::incrementAndGet, 2))
                .isFalse();
        assertThat(position).hasValue(1);
    }
}
