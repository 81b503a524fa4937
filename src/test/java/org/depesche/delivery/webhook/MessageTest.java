package org.depesche.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.depesche.delivery.push.RetrySchedule;
import org.junit.jupiter.api.Test;

import com.standardwebhooks.Webhook;

class MessageTest {

    private static final String FIRST = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SECOND = "whsec_c2Vjb25kIHNlY3JldCBvZiB0aGUgdGVzdA==";

    @Test
    void textThatParsersRewriteIsSignedAsItIs() throws Exception {
        var body = "{\"a\": \"é\u2028😀\", \"b\": 1.0, \"c\":\"\\u00e9\"}";
        var message = new Message("msg_1", "ping", body.getBytes(StandardCharsets.UTF_8));

        var headers = message.headers(List.of(FIRST, SECOND), Instant.now());

        var sent = Map.of("webhook-id", List.of("msg_1"), "webhook-timestamp", List.of(headers.get("webhook-timestamp")),
                "webhook-signature", List.of(headers.get("webhook-signature")));
        assertThat(headers.get("webhook-signature").split(" ")).hasSize(2).allMatch(one -> one.startsWith("v1,"));
        new Webhook(FIRST).verify(body, sent);
        new Webhook(SECOND).verify(body, sent);
    }

    @Test
    void pausesDoubleUpToALimitAndVaryByAFifth() {
        var middle = new RetrySchedule(Duration.ofSeconds(5), Duration.ofHours(4), fixed(0.5));
        var schedule = IntStream.rangeClosed(1, 14).mapToObj(middle::pause).toList();

        assertThat(schedule.subList(0, 4)).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10),
                Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(schedule.get(13)).isEqualTo(Duration.ofHours(4));
        assertThat(middle.pause(1_000_000)).isEqualTo(Duration.ofHours(4));
        assertThat(new RetrySchedule(Duration.ofSeconds(5), Duration.ofHours(4), fixed(0)).pause(1))
                .isEqualTo(Duration.ofSeconds(4));
        assertThat(new RetrySchedule(Duration.ofSeconds(5), Duration.ofHours(4), fixed(1)).pause(1))
                .isEqualTo(Duration.ofSeconds(6));
    }

    private static RandomGenerator fixed(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
