package org.depesche.delivery.change.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import org.depesche.testkit.EventStreamClient;
import org.depesche.testkit.EventStreamClient.Event;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** A stream behind a proxy as they are configured by default: it buffers responses, and ends what is silent for 20 seconds. */
@QuarkusTest
class ProxiedStreamLongTest {

    private static final Duration IDLE = Duration.ofSeconds(20);

    @Test
    void noEventIsHeldBackOrLostAndSilenceEndsNothing() throws InterruptedException {
        try (var proxy = new BufferingProxy(RestAssured.port, IDLE)) {
            String last;
            try (var stream = open(proxy)) {
                change();
                var first = stream.take(1).get(0);
                Thread.sleep(IDLE.plusSeconds(3).toMillis());
                change();
                var second = stream.take(1).get(0);
                assertThat(number(second)).isEqualTo(number(first) + 1);
                assertThat(proxy.cut()).isZero();
                last = second.id();
            }
            change();
            change();
            try (var again = open(proxy, "Last-Event-ID", last)) {
                assertThat(again.take(2)).extracting(ProxiedStreamLongTest::number)
                        .containsExactly(Long.parseLong(last) + 1, Long.parseLong(last) + 2);
            }
        }
    }

    private static EventStreamClient open(BufferingProxy proxy, String... headers) {
        return EventStreamClient.open(proxy.port(), "/v1/changes/stream", headers);
    }

    private static long number(Event event) {
        return Long.parseLong(event.id());
    }

    private static void change() {
        Newsroom.ensureCategory("p" + UUID.randomUUID(), "Strom");
    }
}
