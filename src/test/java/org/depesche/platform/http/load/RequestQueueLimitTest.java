package org.depesche.platform.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestQueueLimitTest {

    private final RequestQueueLimit limit = new RequestQueueLimit(2);

    @Test
    void oneMoreThanTheLimitIsRefused() {
        limit.acquire();
        limit.acquire();

        assertThat(limit.acquire()).isEmpty();
        assertThat(limit.waiting()).isEqualTo(2);
    }

    @Test
    void aPermitIsReleasedOnce() {
        var first = limit.acquire().orElseThrow();
        limit.acquire();

        first.release();
        first.release();

        assertThat(limit.waiting()).isOne();
        assertThat(limit.acquire()).isPresent();
    }
}
