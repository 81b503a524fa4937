package org.depesche.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class FailureLogTest {

    /** Refusals share one line a second: mistakes of clients would hide an outage. */
    @Test
    void onlyAnOutageIsLoggedAsARefusal() {
        assertThat(Stream.of(ProblemType.values()).filter(FailureLog::isRefusal)).containsExactly(ProblemType.UNAVAILABLE);
    }
}
