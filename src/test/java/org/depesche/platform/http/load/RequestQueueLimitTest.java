package org.depesche.platform.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestQueueLimitTest {

    private final RequestQueueLimit limit = new RequestQueueLimit(2);

    @Test
    void oneMoreThanTheLimitIsRefused() {
        limit.enter();
        limit.enter();

        assertThat(limit.enter()).isEmpty();
        assertThat(limit.waiting()).isEqualTo(2);
    }

    @Test
    void aPlaceIsFreedOnce() {
        var first = limit.enter().orElseThrow();
        limit.enter();

        first.leave();
        first.leave();

        assertThat(limit.waiting()).isOne();
        assertThat(limit.enter()).isPresent();
    }
}
