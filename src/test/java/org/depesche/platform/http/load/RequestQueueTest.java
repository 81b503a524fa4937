package org.depesche.platform.http.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;

import jakarta.inject.Inject;

import org.depesche.testkit.RawHttp;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
class RequestQueueTest {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    @Inject
    MeterRegistry meters;

    @Test
    void noPlaceInTheQueueIsLostWhenClientsHangUp() throws IOException {
        var clients = new ArrayList<Socket>();
        for (var number = 0; number < 50; number++) {
            var client = new Socket("localhost", RestAssured.port);
            client.getOutputStream().write(("GET /v1/articles?limit=1&before=2020-01-01T00:00:" + (10 + number)
                    + "Z HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
            clients.add(client);
        }
        for (var client : clients) {
            client.close();
        }

        await().untilAsserted(() -> assertThat(meters.get("depesche.http.queued").gauge().value()).isZero());
    }

    @Test
    void http2WithPriorKnowledgeIsNotSpoken() {
        assertThat(RawHttp.raw(PREFACE.getBytes(US_ASCII))).matches("(?s)HTTP/\\S+ 400 .*");
    }

    @Test
    void anUpgradeToHttp2IsIgnored() {
        var upgrade = "GET /v1/sites HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";
        var next = "GET /v1/sites HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        var answers = RawHttp.raw((upgrade + next).getBytes(US_ASCII));

        assertThat(answers).doesNotContain(" 101 ").containsSubsequence("HTTP/1.1 200", "HTTP/1.1 200");
    }
}
