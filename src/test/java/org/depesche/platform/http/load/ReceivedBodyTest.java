package org.depesche.platform.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;

import org.depesche.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

import io.vertx.core.buffer.Buffer;

class ReceivedBodyTest {

    private final AtomicLong all = new AtomicLong();
    private final ReceivedBody body = new ReceivedBody(10, 15, all);

    @Test
    void theBytesOfAnUnfinishedBodyCount() {
        assertThat(body.append(Buffer.buffer("123456"))).isEmpty();

        assertThat(all).hasValue(6);
        assertThat(body.abandon()).isTrue();
        assertThat(body.abandon()).isFalse();
        assertThat(all).hasValue(0);
        assertThat(body.bytes().toString()).isEqualTo("123456");
    }

    @Test
    void aBodyAboveItsLimitIsRefusedOnce() {
        body.append(Buffer.buffer("1234567890"));

        assertThat(body.append(Buffer.buffer("1")).orElseThrow().type()).isEqualTo(ProblemType.TOO_LARGE);
        assertThat(body.append(Buffer.buffer("1"))).isEmpty();
        assertThat(all).hasValue(0);
    }

    @Test
    void aBodyAboveTheLimitOfAllIsRefused() {
        body.append(Buffer.buffer("1234567890"));

        var second = new ReceivedBody(10, 15, all);

        assertThat(second.append(Buffer.buffer("12345"))).isEmpty();
        assertThat(second.append(Buffer.buffer("6")).orElseThrow().type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(all).hasValue(10);
    }
}
